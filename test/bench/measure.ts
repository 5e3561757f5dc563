/** One line of the table. Times are ms unless the row's unit says otherwise. */
export interface BenchRow {
  readonly name: string
  readonly customers: number
  readonly unit: 'ms' | 'rows/s' | 'MB' | 'kB' | 'frames'
  readonly p50: number
  readonly p95: number
  /** Null where there are too few to tell. */
  readonly p99: number | null
  /** p50 of the same work by bare statements on an unencrypted file, same driver, same run; null where there is none. */
  readonly limit: number | null
  /** Median over rounds of row / limit; of limit / row where more is better. */
  readonly ratio: number | null
  /** p95 and p99 beside those of the limit. */
  readonly ratio95: number | null
  readonly ratio99: number | null
  /** Measured operations. */
  readonly n: number
}

export interface Pair {
  /** Operation i of the program, on the encrypted vault. */
  readonly subject: (i: number) => unknown
  /** The same by bare statements. */
  readonly limit: (i: number) => unknown
  /** What the program does before each of its operations; not counted. */
  readonly before?: (i: number) => Promise<unknown>
}

export interface Rounds {
  readonly rounds: number
  readonly perRound: number
}

export type Measured = Omit<BenchRow, 'name' | 'customers' | 'unit'>

const roundAtMostMs = 400
const leastPerRound = 5
const enoughForP99 = 100

/** Runs both in interleaved rounds, in turn first, after one round that is not counted. Operations have rising numbers. */
export async function measurePair(pair: Pair, { rounds, perRound }: Rounds): Promise<Measured> {
  const subject: number[] = []
  const limit: number[] = []
  const ratios: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const from = round * perRound
    const order = round % 2 === 0 ? (['subject', 'limit'] as const) : (['limit', 'subject'] as const)
    const times = { subject: [] as number[], limit: [] as number[] }
    for (const side of order) times[side] = await timeEach(pair, side, from, perRound)
    if (round === 0) continue
    subject.push(...times.subject)
    limit.push(...times.limit)
    ratios.push(percentile(times.subject, 0.5) / percentile(times.limit, 0.5))
  }
  return summary(subject, limit, percentile(ratios, 0.5))
}

/** Figures of one row from its times and those of its limit. `ratio`: where it was taken round by round. */
export function summary(subject: readonly number[], limit: readonly number[], ratio?: number): Measured {
  const part = (values: readonly number[], at: number): number | null => (values.length === 0 ? null : percentile(values, at))
  const over = (at: number): number | null => (limit.length === 0 ? null : percentile(subject, at) / percentile(limit, at))
  const isEnough = subject.length >= enoughForP99
  return {
    p50: percentile(subject, 0.5),
    p95: percentile(subject, 0.95),
    p99: isEnough ? percentile(subject, 0.99) : null,
    limit: part(limit, 0.5),
    ratio: ratio ?? over(0.5),
    ratio95: over(0.95),
    ratio99: isEnough ? over(0.99) : null,
    n: subject.length,
  }
}

/** Fewer operations per round where one takes long, by a first few that are not counted. */
export async function roundsFor({ rounds, perRound }: Rounds, work: () => Promise<unknown>): Promise<Rounds> {
  const times: number[] = []
  for (let n = 0; n < 3; n += 1) {
    const started = performance.now()
    await work()
    times.push(performance.now() - started)
  }
  const fitting = Math.floor(roundAtMostMs / percentile(times, 0.5))
  return { rounds, perRound: Math.min(perRound, Math.max(leastPerRound, fitting)) }
}

async function timeEach(pair: Pair, side: 'subject' | 'limit', from: number, count: number): Promise<number[]> {
  const times: number[] = []
  for (let i = from; i < from + count; i += 1) {
    if (side === 'subject') await pair.before?.(i)
    const started = performance.now()
    const result = pair[side](i)
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
