import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, resolve, sep } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

export interface SourceFile {
  /** From the project's root, with forward slashes: `electron/kernel/clock.ts`. */
  readonly path: string
  readonly text: string
  /** What it imports: a path from the root for own files, the bare name for packages. Type-only ones too. */
  readonly imports: readonly string[]
}

/** Every .ts and .tsx file below the named top folders. */
export function readSources(...tops: readonly string[]): readonly SourceFile[] {
  return tops.flatMap(top => filesBelow(join(root, top))).map(file => toSource(file))
}

export function existsInProject(path: string): boolean {
  return existsSync(join(root, path))
}

/** `shared/features/contacts/contact.ts` is in slice `contacts`; kernel and top files are in none. */
export function sliceOf(path: string): string | null {
  return /^(?:shared|electron|renderer)\/features\/([^/]+)\//.exec(path)?.[1] ?? null
}

function toSource(file: string): SourceFile {
  const text = readFileSync(file, 'utf8')
  const path = relative(root, file).split(sep).join('/')
  return { path, text, imports: importsOf(path, text) }
}

function importsOf(path: string, text: string): readonly string[] {
  const pattern = /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s+'([^']+)'|(?:^|\n)\s*import\s+'([^']+)'|\bimport\(\s*'([^']+)'/g
  return [...text.matchAll(pattern)].map(match => resolveImport(path, match[1] ?? match[2] ?? match[3] ?? ''))
}

function resolveImport(from: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.normalize(posix.join(dirname(from), specifier)) : specifier
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map(entry => join(entry.parentPath, entry.name))
}
