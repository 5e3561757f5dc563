/** One line of the table. Times are ms unless the row's unit says otherwise. */
export interface BenchRow {
  readonly name: string
  readonly customers: number
  readonly unit: 'ms' | 'rows/s' | 'MB'
  readonly p50: number
  readonly p95: number
  /** p50 of the same work by bare statements on an unencrypted file, same driver, same run; null where there is none. */
  readonly limit: number | null
  /** Median over rounds of row / limit; of limit / row where more is better. */
  readonly ratio: number | null
  /** Measured operations. */
  readonly n: number
}

export interface Pair {
  /** Operation i of the program, on the encrypted vault. */
  readonly subject: (i: number) => unknown
  /** The same by bare statements. */
  readonly limit: (i: number) => unknown
}

export interface Rounds {
  readonly rounds: number
  readonly perRound: number
}

export interface Measured {
  readonly p50: number
  readonly p95: number
  readonly limit: number
  readonly ratio: number
  readonly n: number
}

/** Runs both in interleaved rounds, in turn first, after one round that is not counted. Operations have rising numbers. */
export async function measurePair(pair: Pair, { rounds, perRound }: Rounds): Promise<Measured> {
  const subject: number[] = []
  const limit: number[] = []
  const ratios: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const from = round * perRound
    const order = round % 2 === 0 ? (['subject', 'limit'] as const) : (['limit', 'subject'] as const)
    const times = { subject: [] as number[], limit: [] as number[] }
    for (const side of order) times[side] = await timeEach(pair[side], from, perRound)
    if (round === 0) continue
    subject.push(...times.subject)
    limit.push(...times.limit)
    ratios.push(percentile(times.subject, 0.5) / percentile(times.limit, 0.5))
  }
  return {
    p50: percentile(subject, 0.5),
    p95: percentile(subject, 0.95),
    limit: percentile(limit, 0.5),
    ratio: percentile(ratios, 0.5),
    n: subject.length,
  }
}

async function timeEach(work: Pair['subject'], from: number, count: number): Promise<number[]> {
  const times: number[] = []
  for (let i = from; i < from + count; i += 1) {
    const started = performance.now()
    const result = work(i)
    if (result instanceof Promise) await result
    times.push(performance.now() - started)
  }
  return times
}

/** Nearest rank; NaN of nothing. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN
}
