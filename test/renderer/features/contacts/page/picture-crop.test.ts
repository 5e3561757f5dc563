import { expect, test } from 'vitest'
import { base64Of, bytesOf, firstPicture, squareCrop } from '../../../../../renderer/features/contacts/page/picture-crop.ts'

test('the largest square in the middle is kept, made smaller to 512 px', () => {
  expect(squareCrop(4000, 3000)).toEqual({ x: 500, y: 0, side: 3000, out: 512 })
  expect(squareCrop(301, 1000)).toEqual({ x: 0, y: 349, side: 301, out: 301 })
  expect(squareCrop(1, 1)).toEqual({ x: 0, y: 0, side: 1, out: 1 })
})

test('a picture without pixels has no square', () => {
  expect(squareCrop(0, 100)).toBeNull()
  expect(squareCrop(Number.NaN, 100)).toBeNull()
})

test('bytes of any length pass through base64 unchanged', () => {
  const bytes = Uint8Array.from({ length: 70_001 }, (_, at) => (at * 31) % 256)

  expect(bytesOf(base64Of(bytes))).toEqual(bytes)
  expect(base64Of(new Uint8Array())).toBe('')
})

test('the first picture is taken, whatever lies around it', () => {
  const files = [{ type: 'text/plain' }, { type: 'image/png' }, { type: 'image/jpeg' }]

  expect(firstPicture(files)).toBe(files[1])
  expect(firstPicture([{ type: 'application/pdf' }])).toBeNull()
})
