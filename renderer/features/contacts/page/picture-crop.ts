/** Side of a stored picture in pixels, at most. */
export const pictureSide = 512
/** A file larger than this is not read: no phone makes such pictures. */
export const pictureFileLimit = 40_000_000

export interface Crop {
  /** The square in the middle of the picture. */
  readonly x: number
  readonly y: number
  readonly side: number
  /** Side of the square that is kept; never larger than what there is. */
  readonly out: number
}

/** The largest square in the middle, made smaller to what is stored; null for a picture without pixels. */
export function squareCrop(width: number, height: number): Crop | null {
  const side = Math.min(width, height)
  if (!(side >= 1)) return null
  return { x: Math.floor((width - side) / 2), y: Math.floor((height - side) / 2), side, out: Math.min(side, pictureSide) }
}

/** Base64 of bytes of any length. */
export function base64Of(bytes: Uint8Array): string {
  const step = 32_768
  const parts: string[] = []
  for (let from = 0; from < bytes.length; from += step) parts.push(String.fromCharCode(...bytes.subarray(from, from + step)))
  return btoa(parts.join(''))
}

/** Throws for text that is no base64. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at)
  return bytes
}

/** The first picture among the files that were chosen, dropped or pasted; null when there is none. */
export function firstPicture<F extends { readonly type: string }>(files: Iterable<F>): F | null {
  for (const file of files) if (file.type.startsWith('image/')) return file
  return null
}
