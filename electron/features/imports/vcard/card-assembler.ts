import type { ByteLine } from './byte-lines.ts'
import { type CardItem, cardLimits } from './card.ts'
import { decodeProperties } from './card-properties.ts'
import { beginsProperty } from './content-line.ts'
import { binaryLimit, isBlank, LineUnfolder, type LogicalLine, type Unfolded } from './logical-lines.ts'
import type { FileTextDecoder } from './text-decoder.ts'

interface OpenCard {
  readonly n: number
  readonly line: number
  readonly isNested: boolean
  lines: LogicalLine[]
  strays: Buffer[]
  bytes: number
  dropped: number
  nestedCards: number
  hasPicture: boolean
}

const edge = /^\s*(?:AGENT[^:]*:\s*)?(BEGIN|END)\s*:\s*VCARD\s*$/i

/**
 * Puts lines together to cards: several in a file, one inside another, without an end, with rubbish between. A card
 * inside another stands on its own; when it is complete it comes before the one around it.
 */
export class CardAssembler {
  private readonly decoder: FileTextDecoder
  private readonly unfolder = new LineUnfolder()
  private readonly open: OpenCard[] = []
  private pieces = 0
  private stray: { line: number; count: number; hasProperty: boolean } | null = null

  constructor(decoder: FileTextDecoder) {
    this.decoder = decoder
  }

  push(physical: ByteLine, out: CardItem[]): void {
    const line = withoutMark(physical)
    const found = line.bytes.length < 128 ? edge.exec(line.bytes.toString('latin1')) : null
    if (found !== null) {
      this.flush()
      if (found[1]?.toUpperCase() === 'BEGIN') this.begin(line.number, out)
      else this.finish(line, out)
      return
    }
    const current = this.open.at(-1)
    if (current === undefined) {
      this.noteStray(line)
      return
    }
    const unfolded: Unfolded = { lines: [], strays: [] }
    this.unfolder.push(line, unfolded)
    keep(current, unfolded)
  }

  end(out: CardItem[]): void {
    this.flush()
    while (this.open.length > 0) this.emit(this.open.shift(), false, out)
    this.endStray(out)
  }

  private begin(line: number, out: CardItem[]): void {
    this.endStray(out)
    if (this.open.length >= cardLimits.nesting) this.emit(this.open.shift(), false, out)
    this.pieces += 1
    const around = this.open.at(-1)
    if (around !== undefined) around.nestedCards += 1
    this.open.push({
      n: this.pieces,
      line,
      isNested: around !== undefined,
      lines: [],
      strays: [],
      bytes: 0,
      dropped: 0,
      nestedCards: 0,
      hasPicture: false,
    })
  }

  private finish(line: ByteLine, out: CardItem[]): void {
    if (this.open.length === 0) this.noteStray(line)
    else this.emit(this.open.pop(), true, out)
  }

  private flush(): void {
    const current = this.open.at(-1)
    const unfolded: Unfolded = { lines: [], strays: [] }
    this.unfolder.close(unfolded)
    if (current !== undefined) keep(current, unfolded)
  }

  private emit(card: OpenCard | undefined, hasEnd: boolean, out: CardItem[]): void {
    if (card === undefined) return
    const decoded = decodeProperties(card.lines, this.decoder)
    const version = decoded.properties.find(property => property.name === 'VERSION')?.value.trim() ?? ''
    const strays = card.strays.map(bytes => this.decoder.decode(bytes, undefined).text)
    out.push({
      kind: 'card',
      card: {
        n: card.n,
        line: card.line,
        version,
        properties: decoded.properties,
        strayLines: [...decoded.strayLines, ...strays],
        isNested: card.isNested,
        // without an end the cards that follow were its neighbours
        nestedCards: hasEnd ? card.nestedCards : 0,
        hasEnd,
        isEncodingGuessed: decoded.isEncodingGuessed,
        unreadable: decoded.unreadable,
        dropped: card.dropped,
      },
    })
  }

  private noteStray(line: ByteLine): void {
    if (isBlank(line.bytes)) return
    this.stray ??= { line: line.number, count: 0, hasProperty: false }
    this.stray.count += 1
    this.stray.hasProperty ||= beginsProperty(line.bytes)
  }

  /** Rubbish between cards goes by; what looks like the rest of a card is reported. */
  private endStray(out: CardItem[]): void {
    if (this.stray?.hasProperty === true) {
      this.pieces += 1
      out.push({ kind: 'stray', block: { n: this.pieces, line: this.stray.line, count: this.stray.count } })
    }
    this.stray = null
  }
}

function keep(card: OpenCard, unfolded: Unfolded): void {
  for (const found of unfolded.lines) {
    const line = found.isPicture && card.hasPicture ? withoutPicture(found) : found
    const size = line.isPicture ? 0 : line.bytes.length
    if (card.lines.length >= cardLimits.properties || card.bytes + size > cardLimits.bytes) card.dropped += 1
    else {
      card.lines.push(line)
      card.bytes += size
      card.hasPicture ||= line.isPicture
    }
  }
  for (const { bytes } of unfolded.strays) {
    if (card.strays.length >= cardLimits.strayLines) card.dropped += 1
    else card.strays.push(Buffer.from(bytes.subarray(0, 2_000)))
  }
}

/** One picture of a card is held, beside everything else that it holds. */
function withoutPicture(line: LogicalLine): LogicalLine {
  return { ...line, bytes: Buffer.from(line.bytes.subarray(0, binaryLimit)), cut: true, isPicture: false }
}

/** A byte order mark at a line's start: files put together from several have them in the middle. */
function withoutMark(line: ByteLine): ByteLine {
  const { bytes } = line
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? { ...line, bytes: bytes.subarray(3) } : line
}
