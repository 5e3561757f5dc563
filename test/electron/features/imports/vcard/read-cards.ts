import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Card, StrayBlock } from '../../../../../electron/features/imports/vcard/card.ts'
import { readVCards } from '../../../../../electron/features/imports/vcard/vcard-reader.ts'

export const fixtureFolder = resolve(import.meta.dirname, '../../../../fixtures/vcards')

export interface ReadFile {
  /** In the order in which they begin. */
  readonly cards: readonly Card[]
  readonly strays: readonly StrayBlock[]
}

/** Reads a whole file through the stream, in pieces of `chunkBytes`. */
export async function readAll(bytes: Uint8Array, chunkBytes = 64 * 1024): Promise<ReadFile> {
  const cards: Card[] = []
  const strays: StrayBlock[] = []
  for await (const { items } of readVCards(inChunks(bytes, chunkBytes))) {
    for (const item of items) {
      if (item.kind === 'card') cards.push(item.card)
      else strays.push(item.block)
    }
  }
  return { cards: cards.toSorted((one, other) => one.n - other.n), strays }
}

export function readFixture(name: string, chunkBytes?: number): Promise<ReadFile> {
  return readAll(readFileSync(resolve(fixtureFolder, name)), chunkBytes)
}

export function readText(text: string): Promise<ReadFile> {
  return readAll(Buffer.from(text))
}

/** Values of one property over all cards. */
export function valuesOf(cards: readonly Card[], name: string): string[] {
  return cards.flatMap(card => card.properties.filter(property => property.name === name).map(property => property.value))
}

export async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
