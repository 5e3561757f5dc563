import { base64Of, pictureFileLimit, squareCrop } from './picture-crop.ts'

const quality = 0.86

/**
 * A square JPEG of a picture file, base64. Drawn anew, so that neither place nor camera travel with it; upright as the
 * camera says. Null for what cannot be read as a picture.
 */
export async function preparePicture(file: Blob): Promise<string | null> {
  if (file.size > pictureFileLimit) return null
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (bitmap === null) return null
  const crop = squareCrop(bitmap.width, bitmap.height)
  const blob = crop === null ? null : await drawSquare(bitmap, crop)
  bitmap.close()
  return blob === null ? null : base64Of(new Uint8Array(await blob.arrayBuffer()))
}

type Drawn = NonNullable<ReturnType<typeof squareCrop>>

async function drawSquare(bitmap: ImageBitmap, { x, y, side, out }: Drawn): Promise<Blob | null> {
  const canvas = new OffscreenCanvas(out, out)
  const context = canvas.getContext('2d')
  if (context === null) return null
  // JPEG has no transparency: what lets through becomes white, not black
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, out, out)
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, x, y, side, side, 0, 0, out, out)
  return canvas.convertToBlob({ type: 'image/jpeg', quality }).catch(() => null)
}
