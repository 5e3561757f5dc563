import { guessCharset, looksOrdinary } from './charset-guess.ts'
import { type Charset, charsetNamed, decodeLoosely, decodeStrictly, toCharset } from './charset-names.ts'

export interface DecodedText {
  readonly text: string
  readonly isGuessed: boolean
  readonly isDamaged: boolean
}

const utf8 = toCharset('utf-8')
const evidenceLimit = 16 * 1024
const sampleBytes = 4 * 1024

/**
 * Decodes values of one file: by UTF-8 where the bytes are that, by the charset the property names, else by a guess
 * over all such text of the file so far, so that one short name is not judged alone.
 */
export class FileTextDecoder {
  private readonly named = new Set<string>()
  private readonly evidence: Uint8Array[] = []
  private evidenceBytes = 0
  private guess: Charset | null | undefined
  private guessedAt = 0

  /** Remembers a charset that some property of the file names: the unnamed text may be in it too. */
  noteCharset(written: string): void {
    const charset = charsetNamed(written)
    if (charset === null || charset.name === 'utf-8' || this.named.has(charset.name)) return
    this.named.add(charset.name)
    this.guess = undefined
  }

  /** Remembers eight-bit text, if it is not UTF-8, before it is decoded. */
  noteText(bytes: Uint8Array): void {
    if (isAscii(bytes) || this.evidenceBytes > evidenceLimit || decodeStrictly(bytes, utf8) !== null) return
    if (damagedUtf8(bytes) !== null) return
    const kept = sampleOf(bytes)
    this.evidence.push(Uint8Array.from(kept))
    this.evidenceBytes += kept.length
    // a guess is not made anew for every card
    if (this.evidenceBytes > 2 * this.guessedAt) this.guess = undefined
  }

  decode(bytes: Uint8Array, written: string | undefined): DecodedText {
    const named = written === undefined ? null : charsetNamed(written)
    if (isAscii(bytes) && named?.name !== 'iso-2022-jp') return sure(Buffer.from(bytes).toString('latin1'))
    const asUtf8 = decodeStrictly(bytes, utf8)
    const byName = named === null ? null : decodeStrictly(bytes, named)
    if (asUtf8 === null && byName !== null) return sure(byName)
    if (asUtf8 === null) return damagedUtf8(bytes) ?? this.decodeByGuess(bytes)
    // two-byte UTF-8 may be text of another charset by chance (毛 in GBK); longer sequences hardly ever are
    const isByChance = !/[\u0800-\uFFFF]/.test(asUtf8)
    if (named !== null && byName !== null && isEastAsian(named)) {
      return sure(isByChance || looksOrdinary(bytes, named) ? byName : asUtf8)
    }
    const guess = named === null && isByChance ? this.fileGuess() : null
    if (guess !== null && isEastAsian(guess) && looksOrdinary(bytes, guess)) return this.decodeByGuess(bytes)
    return sure(asUtf8)
  }

  private fileGuess(): Charset | null {
    if (this.guess === undefined) {
      this.guess = guessCharset(this.evidence, this.named)
      this.guessedAt = this.evidenceBytes
    }
    return this.guess
  }

  private decodeByGuess(bytes: Uint8Array): DecodedText {
    const fileGuess = this.fileGuess()
    const byFile = fileGuess === null ? null : decodeStrictly(bytes, fileGuess)
    if (byFile !== null) return { text: byFile, isGuessed: true, isDamaged: false }
    const own = guessCharset([sampleOf(bytes)], this.named)
    const byOwn = own === null ? null : decodeStrictly(bytes, own)
    if (byOwn !== null) return { text: byOwn, isGuessed: true, isDamaged: false }
    return { text: decodeLoosely(bytes, fileGuess ?? utf8), isGuessed: fileGuess !== null, isDamaged: true }
  }
}

/** UTF-8 that was cut inside a character or lost a byte: far more of it is good than bad. Null when it is something else. */
function damagedUtf8(bytes: Uint8Array): DecodedText | null {
  const text = decodeLoosely(bytes, utf8)
  const bad = text.match(/\uFFFD+/g)?.length ?? 0
  const good = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0
  const isCutAtEnd = bad === 1 && text.endsWith('\uFFFD') && good > 0
  return isCutAtEnd || good > 8 * bad ? { text, isGuessed: false, isDamaged: true } : null
}

/** The beginning of a long value, cut where no character of any charset goes on. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= sampleBytes) return bytes
  for (let at = sampleBytes; at > 0; at -= 1) if ((bytes[at] ?? 0) < 0x30) return bytes.subarray(0, at)
  return bytes.subarray(0, sampleBytes)
}

function sure(text: string): DecodedText {
  return { text, isGuessed: false, isDamaged: false }
}

function isEastAsian(charset: Charset): boolean {
  return !/^(?:utf-8|windows-|iso-8859|koi8|macintosh)/.test(charset.name)
}

export function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte >= 0x80) return false
  return true
}
