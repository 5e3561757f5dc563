/** One line as it stands in the file, without its end. */
export interface ByteLine {
  readonly bytes: Buffer
  /** From 1. */
  readonly number: number
  /** It was longer than the limit: only its beginning is here. */
  readonly cut: boolean
}

const lineFeed = 10
const carriageReturn = 13

/**
 * Cuts a stream of bytes into lines ended by LF, CRLF, CR or CR CR LF. A line longer than `limit` bytes keeps its
 * beginning; the rest goes by without being held, so memory stays bounded whatever the file holds.
 */
export class LineSplitter {
  private readonly limit: number
  private held: Buffer[] = []
  private heldBytes = 0
  private cut = false
  private pendingReturns = 0
  private lines = 0

  constructor(limit: number) {
    this.limit = limit
  }

  push(chunk: Buffer): ByteLine[] {
    const out: ByteLine[] = []
    let from = this.settleReturns(chunk, out)
    let feed = chunk.indexOf(lineFeed, from)
    let back = chunk.indexOf(carriageReturn, from)
    while (feed !== -1 || back !== -1) {
      const end = back !== -1 && (feed === -1 || back < feed) ? back : feed
      this.hold(chunk.subarray(from, end))
      from = end + 1
      if (end === feed) out.push(this.take())
      else {
        this.pendingReturns = 1
        from = this.settleReturns(chunk, out, from)
      }
      if (feed !== -1 && feed < from) feed = chunk.indexOf(lineFeed, from)
      if (back !== -1 && back < from) back = chunk.indexOf(carriageReturn, from)
    }
    this.hold(chunk.subarray(from))
    return out
  }

  /** The last line, when the file does not end with a line end. */
  end(): ByteLine[] {
    const out: ByteLine[] = []
    for (; this.pendingReturns > 0; this.pendingReturns -= 1) out.push(this.take())
    if (this.heldBytes > 0 || this.cut) out.push(this.take())
    return out
  }

  /** Returns before a line feed are one line end with it; without one each is a line end. Answers where the text goes on. */
  private settleReturns(chunk: Buffer, out: ByteLine[], start = 0): number {
    if (this.pendingReturns === 0) return start
    let at = start
    while (chunk[at] === carriageReturn) {
      at += 1
      if (this.pendingReturns < 2) this.pendingReturns += 1
      else out.push(this.take())
    }
    if (at >= chunk.length) return at
    if (chunk[at] === lineFeed) {
      at += 1
      this.pendingReturns = 1
    }
    for (; this.pendingReturns > 0; this.pendingReturns -= 1) out.push(this.take())
    return at
  }

  private hold(part: Buffer): void {
    if (part.length === 0) return
    const room = this.limit - this.heldBytes
    if (part.length > room) this.cut = true
    if (room <= 0) return
    const kept = part.length > room ? part.subarray(0, room) : part
    this.held.push(kept)
    this.heldBytes += kept.length
  }

  private take(): ByteLine {
    this.lines += 1
    const [only] = this.held
    const bytes = this.held.length === 1 && only !== undefined ? only : Buffer.concat(this.held)
    const line = { bytes, number: this.lines, cut: this.cut }
    this.held = []
    this.heldBytes = 0
    this.cut = false
    return line
  }
}
