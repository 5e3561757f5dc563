import type { CardProperty } from './card.ts'
import { charsetNamed } from './charset-names.ts'
import { headEnd, type LineHead, parseHead } from './content-line.ts'
import { encodingOf, isBinaryName, isTextSound, type LogicalLine } from './logical-lines.ts'
import { type FileTextDecoder, isAscii } from './text-decoder.ts'
import { decodeQuotedParts, decodeQuotedPrintable } from './value-text.ts'

export interface DecodedProperties {
  readonly properties: CardProperty[]
  readonly strayLines: string[]
  readonly unreadable: string[]
  readonly isEncodingGuessed: boolean
}

interface RawProperty {
  readonly head: LineHead
  readonly headBytes: Buffer
  readonly bytes: Buffer
  readonly charset: string | undefined
  readonly isBinary: boolean
  readonly isCut: boolean
  readonly picture: Uint8Array | null
}

const structuredNames = new Set(['N', 'ADR', 'ORG', 'X-ANDROID-CUSTOM'])

/** Decodes the lines of one card together, so that its text without a charset name is judged as a whole. */
export function decodeProperties(lines: readonly LogicalLine[], decoder: FileTextDecoder): DecodedProperties {
  const out: { properties: CardProperty[]; strayLines: string[]; unreadable: string[]; isEncodingGuessed: boolean } = {
    properties: [],
    strayLines: [],
    unreadable: [],
    isEncodingGuessed: false,
  }
  const raws = lines.map(line => readRaw(line))
  for (const raw of raws) if (raw !== null) noteEvidence(raw, decoder)
  for (const [index, raw] of raws.entries()) {
    if (raw === null) {
      const line = lines[index]
      if (line !== undefined) out.strayLines.push(decoder.decode(line.bytes, undefined).text)
      continue
    }
    const head = decoder.decode(raw.headBytes, raw.charset)
    const { group, name, params } = head.isDamaged || isAscii(raw.headBytes) ? raw.head : parseHead(head.text)
    const value = raw.isBinary ? sure(keptBlock(name, raw)) : decoder.decode(raw.bytes, raw.charset)
    out.isEncodingGuessed ||= head.isGuessed || value.isGuessed
    if (value.isDamaged || value.text.includes('\uFFFD')) out.unreadable.push(name)
    out.properties.push({
      group,
      name,
      params,
      value: value.text,
      isBinary: raw.isBinary,
      isCut: raw.isCut,
      picture: raw.picture,
    })
  }
  return out
}

function readRaw(line: LogicalLine): RawProperty | null {
  const end = headEnd(line.bytes)
  if (end === -1) return null
  const headBytes = line.bytes.subarray(0, end)
  const written = line.bytes.subarray(end + 1)
  const head = parseHead(headBytes.toString('latin1'))
  const encoding = encodingOf(head.params)
  const charset =
    head.params.get('CHARSET')?.[0] ?? head.params.get('')?.find(value => /^(?:utf-?8|gbk|gb2312|gb18030)$/i.test(value))
  const base = { head, headBytes, charset, isCut: line.cut, picture: null }
  if (isBinaryName(head.name) && !isTextSound(head.params)) {
    const value = binaryValue(written, encoding === 'base64')
    return { ...base, ...value, picture: line.isPicture && value.isBinary ? pictureBytes(written) : null }
  }
  if (encoding === 'base64') return { ...base, ...textInBase64(written) }
  if (encoding === 'none') return { ...base, bytes: written, isBinary: false }
  const bytes = structuredNames.has(head.name) ? decodeQuotedParts(written, isOfPairs(charset)) : decodeQuotedPrintable(written)
  return { ...base, bytes, isBinary: false }
}

function isOfPairs(charset: string | undefined): boolean {
  return charset !== undefined && /^(?:gb18030|big5|shift_jis|euc-)/.test(charsetNamed(charset)?.name ?? '')
}

/** A link stays text; contents, also as a data address, are left out. */
function binaryValue(written: Buffer, isBase64: boolean): { bytes: Buffer; isBinary: boolean } {
  const start = written.toString('latin1', 0, 64).trim()
  const isLink = /^[a-z][a-z0-9+.-]*:/i.test(start) && !/^data:/i.test(start)
  if (isLink && !isBase64) return { bytes: written, isBinary: false }
  return { bytes: written, isBinary: written.length > 0 }
}

/** In base64, also as a data address, whose signs vCard may have escaped. */
function pictureBytes(written: Buffer): Uint8Array {
  const text = written.toString('latin1')
  return Buffer.from(text.replace(/^\s*data:[^,]{0,200}?;base64\\?,/i, ''), 'base64')
}

/** Some phones write text in base64; bytes that are none stay a binary block. */
function textInBase64(written: Buffer): { bytes: Buffer; isBinary: boolean } {
  const bytes = Buffer.from(written.toString('latin1'), 'base64')
  const isBinary = bytes.some(byte => byte < 0x09 || (byte > 0x0d && byte < 0x20))
  return { bytes: isBinary ? written : bytes, isBinary }
}

/** A short block that is no picture and no sound, such as a key, is kept as it is written. */
function keptBlock(name: string, raw: RawProperty): string {
  const isMedia = isBinaryName(name) && name !== 'KEY'
  return isMedia || raw.isCut || raw.bytes.length > 2_000 ? '' : raw.bytes.toString('latin1').trim()
}

function noteEvidence(raw: RawProperty, decoder: FileTextDecoder): void {
  if (raw.charset !== undefined) decoder.noteCharset(raw.charset)
  else if (!raw.isBinary) decoder.noteText(raw.bytes)
}

function sure(text: string): { text: string; isGuessed: boolean; isDamaged: boolean } {
  return { text, isGuessed: false, isDamaged: false }
}
