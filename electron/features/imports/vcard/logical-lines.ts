import type { ByteLine } from './byte-lines.ts'
import { beginsProperty, headEnd, parseHead } from './content-line.ts'

/** A property's line after unfolding, still bytes. */
export interface LogicalLine {
  readonly bytes: Buffer
  /** Line of the file on which it begins. */
  readonly number: number
  /** Something of it was too long to keep. */
  readonly cut: boolean
  /** It holds a whole picture. */
  readonly isPicture: boolean
}

/** `lines`: properties that are complete now. `strays`: lines that belong to no property. */
export interface Unfolded {
  readonly lines: LogicalLine[]
  readonly strays: ByteLine[]
}

type Mode = 'undecided' | 'text' | 'quoted-printable' | 'base64'

interface OpenLine {
  readonly number: number
  parts: Buffer[]
  size: number
  limit: number
  cut: boolean
  mode: Mode
  isPicture: boolean
  isOneLine: boolean
  afterBlank: boolean
  /** How often the end of the head was looked for in vain. */
  tries: number
}

/** Properties that never hold pictures or sounds keep this much of a value, in bytes. */
export const valueLimit = 512 * 1024
/** Sounds, keys and pictures over a megabyte keep only this: enough to tell a link from contents. */
export const binaryLimit = 4 * 1024
/** A picture of a megabyte in base64, with what a data address says before it. */
const pictureLimit = 4 * Math.ceil((1024 * 1024) / 3) + 1024
/** A head longer than this is none. */
const headLimit = 64 * 1024
/** A picture may stand in one line of the file. */
export const lineLimit = pictureLimit + 1024

const newline = Buffer.from('\n')
const binaryNames = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY', 'X-MS-CARDPICTURE', 'X-WAB-PHOTO'])
/** A stray line after one of these is rubbish, not the rest of its value. */
const oneLineNames = new Set(['TEL', 'EMAIL', 'BDAY', 'N', 'FN', 'VERSION', 'UID', 'REV', 'PRODID', 'BEGIN', 'END', 'URL'])

/**
 * Joins the physical lines of one property again: space or tab folds, soft breaks of quoted-printable, base64 blocks
 * with and without leading spaces, escaped line ends, and wraps that follow no rule.
 */
export class LineUnfolder {
  private open: OpenLine | null = null

  push(line: ByteLine, out: Unfolded): void {
    if (isBlank(line.bytes)) {
      if (this.open !== null) this.open.afterBlank = true
      return
    }
    if (this.open !== null && this.continues(this.open, line, out)) return
    if (!beginsProperty(line.bytes)) {
      out.strays.push(line)
      return
    }
    this.close(out)
    this.open = start(line)
    decide(this.open)
    if (this.open.size > this.open.limit) cutTo(this.open, this.open.limit)
  }

  /** Ends the property under way: at the end of the file and where a card begins or ends. */
  close(out: Unfolded): void {
    if (this.open === null) return
    if (this.open.mode === 'quoted-printable') dropFrom(this.open, softBreakAt(this.open))
    const { parts, number, cut, isPicture } = this.open
    const [only] = parts
    const bytes = parts.length === 1 && only !== undefined ? only : Buffer.concat(parts)
    out.lines.push({ bytes, number, cut, isPicture: isPicture && !cut })
    this.open = null
  }

  /** Whether the line was taken as more of the open property. */
  private continues(open: OpenLine, line: ByteLine, out: Unfolded): boolean {
    const { bytes } = line
    if (open.mode === 'quoted-printable' && softBreakAt(open) !== -1 && this.continuesSoftBreak(open, line)) return true
    if (isFold(bytes[0])) {
      append(open, open.mode === 'base64' ? trimmed(bytes) : bytes.subarray(1), line.cut)
      return true
    }
    if (beginsProperty(bytes) || isCardEdge(bytes)) return false
    if (open.mode === 'base64' || open.mode === 'undecided') append(open, bytes, line.cut)
    else if (open.mode === 'quoted-printable' && /^=[0-9A-Fa-f]{2}/.test(bytes.toString('latin1', 0, 3))) {
      append(open, bytes, line.cut)
    } else if (open.isOneLine) out.strays.push(line)
    else {
      dropEscapedEnd(open)
      append(open, newline, false)
      append(open, bytes, line.cut)
    }
    return true
  }

  /** After `=` at a line's end the next line is more of the value whatever it looks like, but for the end of the card. */
  private continuesSoftBreak(open: OpenLine, line: ByteLine): boolean {
    const { bytes } = line
    if (isCardEdge(bytes) || (open.afterBlank && beginsProperty(bytes))) {
      dropFrom(open, softBreakAt(open))
      return false
    }
    dropFrom(open, softBreakAt(open))
    const isFolded = isFold(bytes[0]) && bytes[1] === 0x3d
    append(open, isFolded ? bytes.subarray(1) : bytes, line.cut)
    return true
  }
}

function start(line: ByteLine): OpenLine {
  return {
    number: line.number,
    parts: [line.bytes],
    size: line.bytes.length,
    limit: valueLimit,
    cut: line.cut,
    mode: 'undecided',
    isPicture: false,
    isOneLine: false,
    afterBlank: false,
    tries: 0,
  }
}

function append(open: OpenLine, bytes: Buffer, cut: boolean): void {
  open.afterBlank = false
  open.cut ||= cut
  if (open.size + bytes.length > open.limit) {
    // of a picture that is too large nothing more is held
    if (open.isPicture) cutTo(open, Math.min(open.size, binaryLimit))
    open.cut = true
    return
  }
  open.parts.push(bytes)
  open.size += bytes.length
  if (open.mode === 'undecided' && bytes.includes(0x3a)) decide(open)
}

/** The head may itself be folded: how the value is written is known once its colon is there. */
function decide(open: OpenLine): void {
  const bytes = open.parts.length === 1 ? open.parts[0] : Buffer.concat(open.parts)
  if (bytes === undefined) return
  open.parts = [bytes]
  const end = headEnd(bytes)
  if (end === -1) {
    open.tries += 1
    if (open.size > headLimit || open.tries > 50) open.mode = 'text'
    return
  }
  const { name, params } = parseHead(bytes.toString('latin1', 0, end))
  const encoding = encodingOf(params)
  open.mode = encoding === 'none' ? (binaryNames.has(name) && !isTextSound(params) ? 'base64' : 'text') : encoding
  open.isOneLine = oneLineNames.has(name)
  if (!binaryNames.has(name) || isTextSound(params)) return
  open.isPicture = name === 'PHOTO' && open.mode === 'base64'
  open.limit = end + 1 + (open.isPicture ? pictureLimit : binaryLimit)
  if (open.size > open.limit) cutTo(open, Math.min(open.limit, end + 1 + binaryLimit))
}

/** Keeps only the beginning, and takes no more. */
function cutTo(open: OpenLine, limit: number): void {
  const bytes = open.parts.length === 1 ? open.parts[0] : Buffer.concat(open.parts)
  if (bytes === undefined) return
  // a copy: the rest of the memory behind it may go
  open.parts = [Buffer.from(bytes.subarray(0, limit))]
  open.size = Math.min(bytes.length, limit)
  open.limit = limit
  open.isPicture = false
  open.cut = true
}

/** How the head says the value is written. */
export function encodingOf(params: ReadonlyMap<string, readonly string[]>): 'quoted-printable' | 'base64' | 'none' {
  const said = [...(params.get('ENCODING') ?? []), ...(params.get('') ?? [])].map(value => value.toUpperCase())
  if (said.some(value => value === 'QUOTED-PRINTABLE' || value === 'Q' || value === 'QP')) return 'quoted-printable'
  return said.some(value => value === 'BASE64' || value === 'B') ? 'base64' : 'none'
}

export function isBinaryName(name: string): boolean {
  return binaryNames.has(name)
}

/** Japanese phones write how a name is read as `SOUND;X-IRMC-N`: text, no sound. */
export function isTextSound(params: ReadonlyMap<string, readonly string[]>): boolean {
  return (params.get('') ?? []).some(value => value.toUpperCase() === 'X-IRMC-N')
}

/** Where the `=` of a soft break stands in the last part, or -1. */
function softBreakAt(open: OpenLine): number {
  const last = open.parts.at(-1)
  if (last === undefined) return -1
  let at = last.length - 1
  while (at >= 0 && (last[at] === 0x20 || last[at] === 0x09)) at -= 1
  return last[at] === 0x3d ? at : -1
}

function dropFrom(open: OpenLine, at: number): void {
  const last = open.parts.at(-1)
  if (last === undefined || at === -1) return
  open.parts[open.parts.length - 1] = last.subarray(0, at)
  open.size -= last.length - at
}

/** A line that ends with an odd number of backslashes escaped its line end. */
function dropEscapedEnd(open: OpenLine): void {
  const last = open.parts.at(-1)
  if (last === undefined) return
  let backslashes = 0
  while (last[last.length - 1 - backslashes] === 0x5c) backslashes += 1
  if (backslashes % 2 === 1) dropFrom(open, last.length - 1)
}

export function isFold(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09
}

export function isBlank(bytes: Buffer): boolean {
  for (const byte of bytes) if (byte !== 0x20 && byte !== 0x09) return false
  return true
}

function trimmed(bytes: Buffer): Buffer {
  let from = 0
  while (isFold(bytes[from])) from += 1
  return bytes.subarray(from)
}

/** `BEGIN:VCARD` or `END:VCARD`, however it is spaced and written. */
export function isCardEdge(bytes: Buffer): boolean {
  return bytes.length < 64 && /^\s*(?:BEGIN|END)\s*:\s*VCARD\s*$/i.test(bytes.toString('latin1'))
}
