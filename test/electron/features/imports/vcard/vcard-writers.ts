import iconv from 'iconv-lite'

/** What a test card says; each dialect writes it in its own way. */
export interface PlainCard {
  readonly name: string
  /** Family, given, middle. */
  readonly parts: readonly [string, string, string]
  readonly company: readonly [string, string]
  readonly note: string
  readonly phone: string
}

export type Dialect = (cards: readonly PlainCard[]) => Buffer

/** Every way of writing that programs use, for any text that the charset can hold. */
export const dialects: Readonly<Record<string, { readonly write: Dialect; readonly charset: string; readonly version: string }>> =
  {
    'version 2.1, quoted-printable UTF-8': { write: quoted('UTF-8'), charset: 'utf8', version: '2.1' },
    'version 2.1, quoted-printable GBK': { write: quoted('GBK'), charset: 'gbk', version: '2.1' },
    'version 2.1, quoted-printable Shift_JIS': { write: quoted('SHIFT_JIS'), charset: 'shift_jis', version: '2.1' },
    'version 2.1, quoted-printable Big5': { write: quoted('BIG5'), charset: 'big5', version: '2.1' },
    'version 2.1, base64': { write: inBase64, charset: 'utf8', version: '2.1' },
    'version 3.0, folded': { write: folded('3.0', '\r\n', ' '), charset: 'utf8', version: '3.0' },
    'version 3.0, folded by tabs, LF': { write: folded('3.0', '\n', '\t'), charset: 'utf8', version: '3.0' },
    'version 3.0, CR only': { write: folded('3.0', '\r', ' '), charset: 'utf8', version: '3.0' },
    'version 3.0, CR CR LF': { write: folded('3.0', '\r\r\n', ' '), charset: 'utf8', version: '3.0' },
    'version 4.0, folded': { write: folded('4.0', '\r\n', ' '), charset: 'utf8', version: '4.0' },
    'version 3.0, UTF-16 big endian': { write: cards => wide(cards, 'utf-16be'), charset: 'utf8', version: '3.0' },
    'version 3.0, UTF-16 little endian': { write: cards => wide(cards, 'utf-16le'), charset: 'utf8', version: '3.0' },
  }

function lines(card: PlainCard, version: string, property: (name: string, parts: readonly string[]) => string): string[] {
  return [
    'BEGIN:VCARD',
    `VERSION:${version}`,
    property('FN', [card.name]),
    property('N', [...card.parts, '', '']),
    property('ORG', card.company),
    property('NOTE', [card.note]),
    `TEL;TYPE=CELL:${card.phone}`,
    'END:VCARD',
  ]
}

/** As phones write version 2.1: separators plain, all else coded, soft breaks within 76 characters. */
function quoted(charset: string): Dialect {
  return cards => {
    const property = (name: string, parts: readonly string[]): string => {
      const codes = parts.map(part => coded(part.replace(/([;\\])/g, '\\$1').replaceAll('\n', '\r\n'), charset))
      return broken(`${name};CHARSET=${charset};ENCODING=QUOTED-PRINTABLE:`, codes.join(';'))
    }
    return Buffer.from(cards.flatMap(card => lines(card, '2.1', property)).join('\r\n'), 'latin1')
  }
}

function coded(text: string, charset: string): string {
  return [...iconv.encode(text, charset)].map(byte => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
}

function broken(head: string, codes: string): string {
  const out: string[] = []
  let line = head
  for (const [token] of codes.matchAll(/=[0-9A-F]{2}|;/g)) {
    if (line.length + token.length > 75) {
      out.push(`${line}=`)
      line = ''
    }
    line += token
  }
  return [...out, line].join('\r\n')
}

function inBase64(cards: readonly PlainCard[]): Buffer {
  const property = (name: string, parts: readonly string[]): string => {
    const text = parts.map(part => part.replace(/([;\\])/g, '\\$1')).join(';')
    const rows =
      Buffer.from(text)
        .toString('base64')
        .match(/.{1,60}/g) ?? []
    return `${name};ENCODING=BASE64;CHARSET=UTF-8:\r\n ${rows.join('\r\n ')}\r\n`
  }
  return Buffer.from(cards.flatMap(card => lines(card, '2.1', property)).join('\r\n'))
}

function folded(version: string, lineEnd: string, indent: string): Dialect {
  return cards => {
    const text = cards.flatMap(card => lines(card, version, escaped)).flatMap(line => fold(line, indent))
    return Buffer.concat(text.flatMap(line => [line, Buffer.from(lineEnd)]))
  }
}

function escaped(name: string, parts: readonly string[]): string {
  return `${name}:${parts.map(part => part.replace(/([;,\\])/g, '\\$1').replaceAll('\n', '\\n')).join(';')}`
}

/** At 75 bytes whatever stands there, also within a character, as the standard allows. */
function fold(line: string, indent: string): Buffer[] {
  const bytes = Buffer.from(line)
  const out = [bytes.subarray(0, 75)]
  for (let at = 75; at < bytes.length; at += 74) out.push(Buffer.concat([Buffer.from(indent), bytes.subarray(at, at + 74)]))
  return out
}

function wide(cards: readonly PlainCard[], charset: 'utf-16be' | 'utf-16le'): Buffer {
  return iconv.encode(cards.flatMap(card => lines(card, '3.0', escaped)).join('\r\n'), charset, { addBOM: false })
}
