import iconv from 'iconv-lite'

/** How much of the file's beginning is looked at to tell what it is. */
export const sniffBytes = 1024 * 1024

export type WideForm = 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be'

export interface Beginning {
  readonly form: WideForm | 'bytes'
  /** Length of the byte order mark. */
  readonly markLength: number
}

/** Tells UTF-16 and UTF-32, with or without a mark, from files of single bytes. */
export function readBeginning(head: Buffer): Beginning {
  if (startsWith(head, [0xff, 0xfe, 0, 0])) return { form: 'utf-32le', markLength: 4 }
  if (startsWith(head, [0, 0, 0xfe, 0xff])) return { form: 'utf-32be', markLength: 4 }
  if (startsWith(head, [0xff, 0xfe])) return { form: 'utf-16le', markLength: 2 }
  if (startsWith(head, [0xfe, 0xff])) return { form: 'utf-16be', markLength: 2 }
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return { form: 'bytes', markLength: 3 }
  return { form: wideWithoutMark(head), markLength: 0 }
}

/** Turns chunks of a wide form into UTF-8; chunks of single bytes pass as they are. */
export class Utf8Transcoder {
  private readonly decode: ((chunk: Buffer) => string) | null
  private readonly finish: () => string

  constructor(form: Beginning['form']) {
    if (form === 'bytes') {
      this.decode = null
      this.finish = () => ''
    } else if (form.startsWith('utf-16')) {
      const decoder = new TextDecoder(form, { ignoreBOM: true })
      this.decode = chunk => decoder.decode(chunk, { stream: true })
      this.finish = () => decoder.decode()
    } else {
      const decoder = iconv.getDecoder(form, { stripBOM: false })
      this.decode = chunk => decoder.write(chunk)
      this.finish = () => decoder.end() ?? ''
    }
  }

  push(chunk: Buffer): Buffer {
    return this.decode === null ? chunk : Buffer.from(this.decode(chunk), 'utf8')
  }

  end(): Buffer {
    return Buffer.from(this.finish(), 'utf8')
  }
}

/** ASCII text in UTF-16 has a zero in every second byte, in UTF-32 three of four. */
function wideWithoutMark(head: Buffer): Beginning['form'] {
  const [a, b, c, d] = head
  if (a === undefined || b === undefined) return 'bytes'
  if (a === 0 && b === 0 && c === 0 && d !== 0 && d !== undefined) return 'utf-32be'
  if (a !== 0 && b === 0 && c === 0 && d === 0) return 'utf-32le'
  const start = head.subarray(0, 16)
  if (start.length < 4) return 'bytes'
  if (start.every((byte, index) => (index % 2 === 0) === (byte === 0))) return 'utf-16be'
  if (start.every((byte, index) => (index % 2 === 1) === (byte === 0))) return 'utf-16le'
  return 'bytes'
}

function startsWith(head: Buffer, mark: readonly number[]): boolean {
  return mark.every((byte, index) => head[index] === byte)
}
