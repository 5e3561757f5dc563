import iconv from 'iconv-lite'

/** How a charset is decoded: the platform's decoder, or iconv-lite where the platform's accepts invalid bytes. */
export interface Charset {
  readonly name: string
  readonly by: 'platform' | 'iconv'
}

const aliases: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  unicode11utf8: 'utf-8',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  cp936: 'gb18030',
  ms936: 'gb18030',
  windows936: 'gb18030',
  euccn: 'gb18030',
  chinese: 'gb18030',
  big5: 'big5',
  big5hkscs: 'big5',
  cp950: 'big5',
  ms950: 'big5',
  shiftjis: 'shift_jis',
  sjis: 'shift_jis',
  xsjis: 'shift_jis',
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  windows31j: 'shift_jis',
  eucjp: 'euc-jp',
  euckr: 'euc-kr',
  ksc56011987: 'euc-kr',
  cp949: 'euc-kr',
  iso2022jp: 'iso-2022-jp',
  koi8r: 'koi8-r',
  koi8u: 'koi8-u',
  macintosh: 'macintosh',
  macroman: 'macintosh',
  latin1: 'windows-1252',
  ascii: 'utf-8',
  usascii: 'utf-8',
  ansi: '',
}

/** The charset behind a `CHARSET=` value as programs write it, or null when the name says nothing. */
export function charsetNamed(written: string): Charset | null {
  const key = written.toLowerCase().replace(/[^a-z0-9]/g, '')
  const name = aliases[key] ?? windowsOrIso(key)
  return name === '' || name === null ? null : toCharset(name)
}

/** Decodes strictly; null when a byte fits nowhere. */
export function decodeStrictly(bytes: Uint8Array, charset: Charset): string | null {
  if (charset.by === 'iconv') {
    const text = iconv.decode(Buffer.from(bytes), charset.name)
    return text.includes('\uFFFD') ? null : text
  }
  try {
    return decoderFor(charset.name, true).decode(bytes)
  } catch {
    return null
  }
}

/** Decodes with a replacement character for what fits nowhere. */
export function decodeLoosely(bytes: Uint8Array, charset: Charset): string {
  return charset.by === 'iconv' ? iconv.decode(Buffer.from(bytes), charset.name) : decoderFor(charset.name, false).decode(bytes)
}

export function toCharset(name: string): Charset {
  return { name, by: name === 'big5' ? 'iconv' : 'platform' }
}

/** `windows1252`, `cp1252` and the ISO 8859 parts, which the platform knows under these names. */
function windowsOrIso(key: string): string | null {
  const windows = /^(?:windows|cp|win|ms|ibm)?(125[0-8]|874)$/.exec(key)?.[1]
  if (windows !== undefined) return `windows-${windows}`
  const iso = /^(?:iso)?8859(\d{1,2})(?:\d{4})?$/.exec(key)?.[1]
  if (iso === undefined) return null
  if (iso === '1') return 'windows-1252'
  return Number(iso) <= 16 && iso !== '12' && iso !== '11' ? `iso-8859-${iso}` : null
}

const decoders = new Map<string, InstanceType<typeof TextDecoder>>()

function decoderFor(name: string, fatal: boolean): InstanceType<typeof TextDecoder> {
  const key = `${name}${String(fatal)}`
  const known = decoders.get(key)
  if (known !== undefined) return known
  const decoder = new TextDecoder(name, { fatal, ignoreBOM: true })
  decoders.set(key, decoder)
  return decoder
}
