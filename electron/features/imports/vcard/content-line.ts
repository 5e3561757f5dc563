import { decodeQuotedPrintable } from './value-text.ts'

/** What stands before the colon of a line: `item1.TEL;TYPE=cell,pref:` */
export interface LineHead {
  /** `item1`, lower case; '' without one. */
  readonly group: string
  /** Upper case. */
  readonly name: string
  /** By upper-case name; bare ones (`TEL;CELL`) stand under ''. */
  readonly params: ReadonlyMap<string, readonly string[]>
}

/** A head has a handful of parameters; more than this is an attack. */
const paramLimit = 200

const colon = 0x3a
const semicolon = 0x3b
const quote = 0x22
const equals = 0x3d

/** Where the head ends: the first colon outside quotes; the first at all when a quote is never closed; -1 without one. */
export function headEnd(line: Uint8Array): number {
  let quoted = false
  let firstColon = -1
  for (let at = 0; at < line.length; at += 1) {
    const byte = line[at]
    if (byte === quote) quoted = !quoted
    if (byte !== colon) continue
    if (firstColon === -1) firstColon = at
    if (!quoted) return at
  }
  return quoted ? firstColon : -1
}

/**
 * Whether a line can begin a property: a name, then `;` or `:`. A web address or a time of day at the start of a
 * wrongly wrapped line is none.
 */
export function beginsProperty(line: Uint8Array): boolean {
  let at = 0
  while (isNameByte(line[at])) at += 1
  const first = line[0]
  if (at === 0 || !isAsciiLetter(first)) return false
  while (line[at] === 0x20) at += 1
  // a head without a colon is folded before it: then it has a parameter with a value
  if (line[at] === semicolon) return headEnd(line) !== -1 || line.indexOf(equals) !== -1
  return line[at] === colon && !isAddress(line, at)
}

/** `https://…` at the start of a line. */
function isAddress(line: Uint8Array, colonAt: number): boolean {
  if (line[colonAt + 1] !== 0x2f || line[colonAt + 2] !== 0x2f) return false
  return /^(?:https?|ftps?|mailto|file|content)$/.test(String.fromCharCode(...line.subarray(0, Math.min(colonAt, 10))))
}

/** Reads a head that was decoded to text. */
export function parseHead(text: string): LineHead {
  const [path = '', ...rest] = splitOutsideQuotes(text, ';')
  const dot = path.lastIndexOf('.')
  const params = new Map<string, string[]>()
  for (const part of rest.slice(0, paramLimit)) addParam(params, part)
  return {
    group: path.slice(0, Math.max(dot, 0)).trim().toLowerCase(),
    name: path
      .slice(dot + 1)
      .trim()
      .toUpperCase(),
    params,
  }
}

/** Splits at a character that stands outside quotes. */
export function splitOutsideQuotes(text: string, separator: string): string[] {
  if (!text.includes('"')) return text.split(separator)
  const parts: string[] = []
  let quoted = false
  let from = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted
    else if (text[at] === separator && !quoted) {
      parts.push(text.slice(from, at))
      from = at + 1
    }
  }
  parts.push(text.slice(from))
  return parts
}

function addParam(params: Map<string, string[]>, part: string): void {
  if (/^\s*X-=[0-9A-F]{2}/i.test(part)) {
    addValues(params, '', [codedLabel(part)])
    return
  }
  const sign = part.indexOf('=')
  const key = sign === -1 ? '' : part.slice(0, sign).trim().toUpperCase()
  const values = splitOutsideQuotes(part.slice(sign + 1), ',')
    .slice(0, paramLimit)
    .map(value => plainParam(value))
    .flatMap(value => (key === 'TYPE' || key === '' ? value.split(',') : [value]))
    .map(value => value.trim())
    .filter(value => value !== '')
  addValues(params, key, values)
}

function addValues(params: Map<string, string[]>, key: string, values: readonly string[]): void {
  const known = params.get(key)
  if (known === undefined) params.set(key, [...values])
  else known.push(...values.slice(0, paramLimit - known.length))
}

/** A label of the person's own, as Android writes it: `TEL;X-=E5=BA=97:` */
function codedLabel(part: string): string {
  const label = decodeQuotedPrintable(Buffer.from(part.trim().slice(2), 'latin1')).toString('utf8')
  return `X-${label.replaceAll('\uFFFD', '')}`
}

/** Takes away quotes, stray backslashes before commas, and the caret escapes of RFC 6868. */
function plainParam(value: string): string {
  return value
    .replace(/^\s*"|"\s*$/g, '')
    .replace(/\\(?=,|$)/g, '')
    .replace(/\^([n'^])/g, (_, code: string) => (code === 'n' ? '\n' : code === "'" ? '"' : '^'))
}

function isAsciiLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a))
}

/** Letters, digits, `-`, `_`, the dot of a group and the slash that old address books write. */
function isNameByte(byte: number | undefined): boolean {
  if (byte === undefined) return false
  return isAsciiLetter(byte) || (byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x2e || byte === 0x2f || byte === 0x5f
}
