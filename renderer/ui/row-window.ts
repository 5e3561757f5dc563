/** The rows that are drawn, in order, each with the place (a React key) that it is drawn in. Places are used again. */
export interface RowWindow {
  /** Index of the first of them. */
  readonly first: number
  readonly places: readonly number[]
}

export const noRows: RowWindow = { first: 0, places: [] }

/** Rows drawn beyond each edge, so that a turn of the wheel shows no gap. */
const overscan = 4

interface Opening {
  /** Index of the row at the upper edge. */
  readonly top: number
  /** Rows that fit, those too that the edges cut. */
  readonly fitting: number
  readonly count: number
}

/**
 * The window moved there; the same object when nothing changes. Rows that stay keep their places, unless few of them
 * do: then every place gets another row, which moves no element.
 */
export function moveWindow(before: RowWindow, { top, fitting, count }: Opening): RowWindow {
  const length = Math.min(count, fitting + 2 * overscan)
  const first = Math.max(0, Math.min(top - overscan, count - length))
  const { places } = before
  const by = first - before.first
  if (by === 0 && length === places.length) return before
  if (length !== places.length || Math.abs(by) * 2 > length) return { first, places: resized(places, length) }
  if (by > 0) return { first, places: [...places.slice(by), ...places.slice(0, by)] }
  // elements put before the others would move all of these: upwards, the rows that come are made anew
  return { first, places: [...newPlaces(places, -by), ...places.slice(0, by)] }
}

function resized(places: readonly number[], length: number): readonly number[] {
  return places.length >= length ? places.slice(0, length) : [...places, ...newPlaces(places, length - places.length)]
}

function newPlaces(taken: readonly number[], count: number): readonly number[] {
  const next = Math.max(-1, ...taken) + 1
  return Array.from({ length: count }, (_, n) => next + n)
}
