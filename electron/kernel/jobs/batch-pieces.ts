import type { Change } from '../changes/change.ts'

/** What one transaction of a job should take, so that a save beside it hardly waits. */
const targetMs = 12
const smallest = 20
const largest = 600

export interface PieceSize {
  /** Changes per transaction. */
  readonly now: () => number
  /** To be told how long a piece of so many changes took: the next ones become smaller or larger. */
  readonly learn: (changes: number, milliseconds: number) => void
}

/** Finds the number of changes that this computer writes in about 12 ms. */
export function createPieceSize(): PieceSize {
  let size = 100
  return {
    now: () => Math.round(size),
    learn: (changes, milliseconds) => {
      if (changes < smallest) return
      const fitting = (changes * targetMs) / Math.max(milliseconds, 0.1)
      // half the way, and never more than double: one slow fsync is no slow computer
      size = Math.min(largest, Math.max(smallest, Math.min((size + fitting) / 2, size * 2)))
    },
  }
}

/** The first changes of a batch, about `size` of them, cut only between two rows of a file; changes without one stay together. */
export function takePiece(changes: readonly Change[], from: number, size: number): readonly Change[] {
  for (let end = from + size; end < changes.length; end += 1) {
    const before = changes[end - 1]?.source
    const after = changes[end]?.source
    if (before !== undefined && after !== undefined && before.row !== after.row) return changes.slice(from, end)
  }
  return changes.slice(from)
}
