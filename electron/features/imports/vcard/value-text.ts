/** Turns `=E5=BC=A0` into bytes; signs that are no code stay as they are. */
export function decodeQuotedPrintable(bytes: Uint8Array): Buffer {
  const out = Buffer.allocUnsafe(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    const code = byte === 0x3d ? hexPair(bytes[at + 1], bytes[at + 2]) : -1
    if (code !== -1) at += 2
    out[length] = code === -1 ? byte : code
    length += 1
  }
  return out.subarray(0, length)
}

/**
 * Like `decodeQuotedPrintable`, for values of several parts: a coded `;` is part of a value, so it gets the backslash
 * that says so. Where no plain `;` separates anything the coded ones do. In a charset of two bytes the second one may
 * look like a backslash.
 */
export function decodeQuotedParts(bytes: Uint8Array, hasPairs: boolean): Buffer {
  const text = Buffer.from(bytes).toString('latin1')
  if (!text.includes(';') || !/=3B/i.test(text)) return decodeQuotedPrintable(bytes)
  const out: number[] = []
  let isEscaped = false
  let isSecond = false
  for (const [token] of text.matchAll(/=[0-9A-F]{2}|[\s\S]/gi)) {
    const byte = token.length === 3 ? Number.parseInt(token.slice(1), 16) : token.charCodeAt(0)
    if (byte === 0x3b && token.length === 3 && !isEscaped) out.push(0x5c)
    out.push(byte)
    isEscaped = byte === 0x5c && !isSecond && !isEscaped
    isSecond = hasPairs && byte > 0x80 && !isSecond
  }
  return Buffer.from(out)
}

/** Resolves backslash escapes. `\n` is a line end unless the value is a path as Windows writes it. */
export function unescapeText(value: string, version: string): string {
  if (!value.includes('\\')) return value
  const keepsLetters = version === '2.1' && /(?:^|[^\p{L}])[A-Za-z]:\\|^\\\\\w/u.test(value)
  return value.replace(/\\([\s\S])/g, (whole, char: string) => {
    if (char === 'n' || char === 'N') return keepsLetters ? whole : '\n'
    return /[\p{L}\d]/u.test(char) ? whole : char
  })
}

/** Splits at a sign that no backslash precedes; escapes stay. */
export function splitEscaped(value: string, separator: ';' | ','): string[] {
  const parts: string[] = []
  let from = 0
  for (let at = 0; at < value.length; at += 1) {
    if (value[at] === '\\') at += 1
    else if (value[at] === separator) {
      parts.push(value.slice(from, at))
      from = at + 1
    }
  }
  parts.push(value.slice(from))
  return parts
}

/** Line ends become `\n`, no-break spaces plain ones; control and direction marks go; outer space goes. */
export function cleanText(value: string): string {
  return value
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\u00A0\u2007\u202F]/g, ' ')
    .replace(/(?![\n\t])\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
    .toWellFormed()
    .trim()
}

function hexPair(first: number | undefined, second: number | undefined): number {
  const high = hexDigit(first)
  const low = hexDigit(second)
  return high === -1 || low === -1 ? -1 : high * 16 + low
}

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const lower = byte | 0x20
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1
}
