import { describe, expect, test } from 'vitest'
import { createPieceSize, takePiece } from '../../../../electron/kernel/jobs/batch-pieces.ts'
import { idOf, insertCard, insertPerson } from '../../../helpers/shop-tables.ts'

/** A person and two cards for each row of a file. */
const changes = Array.from({ length: 5 }, (_, row) =>
  [insertPerson(idOf(row)), insertCard(idOf(row), idOf(row)), insertCard(idOf(row), idOf(row))].map(change => ({
    ...change,
    source: { file: 'cards.vcf', row },
  })),
).flat()

describe('takePiece', () => {
  test('cuts between two rows of the file', () => {
    expect(takePiece(changes, 0, 4)).toEqual(changes.slice(0, 6))
    expect(takePiece(changes, 6, 3)).toEqual(changes.slice(6, 9))
    expect(takePiece(changes, 9, 100)).toEqual(changes.slice(9))
  })

  test('keeps changes together when they come from no file', () => {
    const sourceless = changes.map(({ source: _source, ...change }) => change)

    expect(takePiece(sourceless, 0, 2)).toHaveLength(sourceless.length)
  })
})

describe('createPieceSize', () => {
  function sizeAfter(times: number, milliseconds: (count: number) => number): number {
    const size = createPieceSize()
    for (let n = 0; n < times; n += 1) size.learn(size.now(), milliseconds(size.now()))
    return size.now()
  }

  test('comes to what takes 12 ms', () => {
    expect(sizeAfter(40, count => count / 10)).toBeGreaterThan(115)
    expect(sizeAfter(40, count => count / 10)).toBeLessThan(125)
    expect(sizeAfter(40, count => count / 2)).toBe(24)
  })

  test('stays within bounds, and is not thrown off by one slow piece', () => {
    expect(sizeAfter(40, () => 10_000)).toBe(20)
    expect(sizeAfter(40, () => 0)).toBe(600)
    expect(sizeAfter(1, () => 10_000)).toBe(50)
  })
})
