import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'

interface AstNode {
  readonly type: string
  readonly [key: string]: unknown
}

interface UsedKeys {
  readonly file: string
  /** Keys written out, `contacts:title`. */
  readonly keys: readonly string[]
  /** Keys put together, from templates such as `contacts:sort.${sort}`. */
  readonly patterns: readonly RegExp[]
}

const keyShape = /^[a-z]+:[\w.-]+$/u
/** Attributes that a person reads or hears. */
const spokenAttributes = new Set([
  'alt',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'placeholder',
  'title',
  'label',
  'hint',
])
const signsOnly = /^[^\p{L}]*$/u

/** Paths of all files below a folder, from the project's root. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
}

/** The keys of words in a source file. */
export function textKeysIn(file: string, source: string): UsedKeys {
  const keys: string[] = []
  const patterns: RegExp[] = []
  visit(parse(file, source), node => {
    if (node.type === 'Literal' && typeof node.value === 'string' && isKey(node.value)) keys.push(node.value)
    if (node.type === 'TemplateLiteral') {
      const parts = templateParts(node)
      if (isKey(parts.join('x'))) patterns.push(new RegExp(`^${parts.map(part => escaped(part)).join('[\\w.-]+')}$`, 'u'))
    }
  })
  return { file, keys, patterns }
}

/** Text in JSX that is not from the locale files, with its file and the text itself. Signs without letters do not count. */
export function literalTextIn(file: string, source: string): string[] {
  const found: string[] = []
  visit(parse(file, source), node => {
    if (node.type === 'JSXText' && !signsOnly.test(String(node.value))) found.push(`${file}: ${String(node.value).trim()}`)
    if (node.type === 'JSXAttribute') {
      const text = spokenText(node)
      if (text !== null) found.push(`${file}: ${text}`)
    }
  })
  return found
}

function spokenText(attribute: AstNode): string | null {
  const name = (attribute.name as AstNode).name
  const value = attribute.value as AstNode | null
  if (typeof name !== 'string' || !spokenAttributes.has(name) || value?.type !== 'Literal') return null
  const text = String(value.value)
  return signsOnly.test(text) ? null : text
}

function isKey(text: string): boolean {
  return keyShape.test(text) && namespaces.has(text.slice(0, text.indexOf(':')))
}

const namespaces = new Set(readdirSync('renderer/locales/en').map(name => name.replace('.json', '')))

function templateParts(node: AstNode): string[] {
  const quasis = node.quasis as { readonly value: { readonly cooked: string } }[] // as the ES tree has it
  return quasis.map(quasi => quasi.value.cooked)
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)
}

function parse(file: string, source: string): AstNode {
  return parseSync(file, source).program as unknown as AstNode // walked by its own fields
}

function visit(node: unknown, see: (node: AstNode) => void): void {
  if (Array.isArray(node)) {
    for (const child of node) visit(child, see)
    return
  }
  if (typeof node !== 'object' || node === null) return
  if ('type' in node && typeof node.type === 'string') see(node as AstNode)
  for (const child of Object.values(node)) visit(child, see)
}
