import { AppError } from '../../../../shared/kernel/app-error.ts'
import { LineSplitter } from './byte-lines.ts'
import type { CardItem } from './card.ts'
import { CardAssembler } from './card-assembler.ts'
import { isFold, lineLimit } from './logical-lines.ts'
import { FileTextDecoder } from './text-decoder.ts'
import { readBeginning, sniffBytes, Utf8Transcoder } from './unicode-stream.ts'

export interface ReadStep {
  readonly items: readonly CardItem[]
  /** Bytes of the file read so far. */
  readonly bytesRead: number
}

/**
 * Reads a vCard file (2.1, 3.0, 4.0, any charset) as a stream of cards in bounded memory.
 * @throws AppError file-empty, file-not-vcard
 */
export async function* readVCards(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ReadStep> {
  const source = chunks[Symbol.asyncIterator]()
  const head = await takeHead(source)
  const beginning = readBeginning(head)
  const transcoder = new Utf8Transcoder(beginning.form)
  const splitter = new LineSplitter(lineLimit)
  const decoder = new FileTextDecoder()
  const assembler = new CardAssembler(decoder)
  const first = transcoder.push(head.subarray(beginning.markLength))
  checkIsVCard(first)
  noteHead(first, decoder)
  let found = 0
  let bytesRead = head.length
  const step = (lines: ReturnType<LineSplitter['push']>, isEnd: boolean): ReadStep => {
    const items: CardItem[] = []
    for (const line of lines) assembler.push(line, items)
    if (isEnd) assembler.end(items)
    found += items.length
    return { items, bytesRead }
  }
  yield step(splitter.push(first), false)
  for (let next = await source.next(); next.done !== true; next = await source.next()) {
    bytesRead += next.value.length
    yield step(splitter.push(transcoder.push(asBuffer(next.value))), false)
  }
  yield step([...splitter.push(transcoder.end()), ...splitter.end()], true)
  if (found === 0) throw new AppError('file-not-vcard')
}

/** Enough of the beginning to judge it. */
async function takeHead(source: AsyncIterator<Uint8Array>): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  while (size < sniffBytes) {
    const next = await source.next()
    if (next.done === true) break
    parts.push(asBuffer(next.value))
    size += next.value.length
  }
  return Buffer.concat(parts)
}

function checkIsVCard(first: Buffer): void {
  const text = first.toString('latin1', 0, sniffBytes)
  if (text.trim() === '') throw new AppError('file-empty')
  if (!/\b(?:BEGIN|END)[ \t]*:[ \t]*VCARD/i.test(text)) throw new AppError('file-not-vcard')
}

/** Shows the decoder the charsets that the beginning names and its text that names none, before anything is decoded. */
function noteHead(first: Buffer, decoder: FileTextDecoder): void {
  const head = first.subarray(0, sniffBytes)
  for (const [, written] of head.toString('latin1').matchAll(/;CHARSET="?([\w.-]{3,20})/gi)) decoder.noteCharset(written ?? '')
  const lines = new LineSplitter(4096).push(head)
  for (const [index, { bytes, cut }] of lines.entries()) {
    // a fold may stand inside a character
    if (cut || isFold(bytes[0]) || isFold(lines[index + 1]?.bytes[0])) continue
    if (!/;CHARSET=/i.test(bytes.toString('latin1', 0, 200))) decoder.noteText(bytes)
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
