import type { Page } from 'playwright'
import type { BenchVault } from './bench-vault.ts'
import { type BenchRow, percentile, summary } from './measure.ts'
import { type FrameRun, jumpToRows, type ScrollPattern, scrollFrames } from './page-probes.ts'
import { randomFrom } from './random.ts'
import { isBuilt } from './running-program.ts'
import { type ScreenBench, withScreenBench } from './screen-bench.ts'
import { withUncappedBrowser } from './uncapped-browser.ts'

const patterns: readonly ScrollPattern[] = ['slow', 'fast', 'jump']
const capped = (pattern: string): string => `scroll ${pattern}, 60 Hz`
const uncapped = (pattern: string): string => `scroll ${pattern}, uncapped`
const late = 'scroll: late frames of a thousand'
const longest = 'scroll: longest task'
const jump = 'scroll: a jump to painted customers'

export const scrollNames: readonly string[] = [...patterns.map(capped), late, longest, jump, ...patterns.map(uncapped)]

const framesPerRun = 90
/** Frames that a person sees as a hitch: another one should have come in between. */
const lateMs = 25
const jumpsPerRound = 8

/** Scrolling the list of the built program: at 60 Hz beside a blank page, as fast as it goes beside hand-written windowing. */
export async function scrollRows(vault: BenchVault, rounds: number, isWanted: (name: string) => boolean): Promise<BenchRow[]> {
  const wanted = scrollNames.filter(isWanted)
  if (wanted.length === 0 || !isBuilt('scroll')) return []
  const rows: BenchRow[] = []
  const isUncapped = (name: string): boolean => name.endsWith('uncapped')
  if (wanted.some(name => !isUncapped(name))) rows.push(...(await withScreenBench(vault, bench => at60Hz(bench, vault, rounds))))
  if (wanted.some(isUncapped)) {
    const free = await withUncappedBrowser(() => withScreenBench(vault, bench => asFastAsItGoes(bench, vault, rounds)))
    rows.push(...(free ?? []))
  }
  return rows.filter(row => isWanted(row.name))
}

async function at60Hz(bench: ScreenBench, vault: BenchVault, rounds: number): Promise<BenchRow[]> {
  const runs = await scrollBoth(bench.program, bench.blank, rounds)
  const jumps = await jumpBoth(bench, rounds)
  const all = (side: 'subject' | 'limit'): readonly FrameRun[] => patterns.flatMap(pattern => runs[pattern][side])
  const lateOf = (side: 'subject' | 'limit'): number[] => {
    const frames = all(side).flatMap(run => run.frames)
    return [(1000 * frames.filter(ms => ms > lateMs).length) / frames.length]
  }
  const longestOf = (side: 'subject' | 'limit'): number[] => [Math.max(...all(side).map(run => run.longestTask))]
  const { customers } = vault
  return [
    ...patterns.map(pattern => frameRow(capped(pattern), vault, runs[pattern])),
    { name: late, customers, unit: 'frames', ...withoutRatio(lateOf('subject'), lateOf('limit')) },
    { name: longest, customers, unit: 'ms', ...withoutRatio(longestOf('subject'), longestOf('limit')) },
    { name: jump, customers, unit: 'ms', ...summary(jumps.subject, jumps.limit) },
  ]
}

async function asFastAsItGoes(bench: ScreenBench, vault: BenchVault, rounds: number): Promise<BenchRow[]> {
  const runs = await scrollBoth(bench.program, bench.windowed, rounds)
  return patterns.map(pattern => frameRow(uncapped(pattern), vault, runs[pattern]))
}

interface Sides<T> {
  readonly subject: T[]
  readonly limit: T[]
}

async function scrollBoth(program: Page, other: Page, rounds: number): Promise<Record<ScrollPattern, Sides<FrameRun>>> {
  const none = (): Sides<FrameRun> => ({ subject: [], limit: [] })
  const runs = { slow: none(), fast: none(), jump: none() }
  const pages = { subject: program, limit: other }
  for (let round = 0; round <= rounds; round += 1) {
    for (const pattern of patterns) {
      for (const side of round % 2 === 0 ? (['subject', 'limit'] as const) : (['limit', 'subject'] as const)) {
        await pages[side].bringToFront()
        const run = await pages[side].evaluate(scrollFrames, { pattern, count: framesPerRun })
        if (round > 0) runs[pattern][side].push(run)
      }
    }
  }
  return runs
}

async function jumpBoth({ program, windowed }: ScreenBench, rounds: number): Promise<Sides<number>> {
  const random = randomFrom(23)
  const times: Sides<number> = { subject: [], limit: [] }
  // a page behind another gets one frame a second
  await windowed.bringToFront()
  for (let n = 0; n < rounds * jumpsPerRound; n += 1) {
    const part = random()
    times.subject.push(await program.evaluate(jumpToRows, part))
    times.limit.push(await windowed.evaluate(jumpToRows, part))
  }
  return times
}

function frameRow(name: string, { customers }: BenchVault, { subject, limit }: Sides<FrameRun>): BenchRow {
  const filled = percentile(
    subject.map(run => run.filled),
    0.5,
  )
  process.stderr.write(`${name} (${customers}): ${(100 * filled).toFixed(0)} % of the rows on screen had their customers\n`)
  const frames = (runs: readonly FrameRun[]): number[] => runs.flatMap(run => run.frames)
  return { name, customers, unit: 'ms', ...summary(frames(subject), frames(limit)) }
}

/** Of figures that are mostly nothing. */
function withoutRatio(subject: readonly number[], limit: readonly number[]): Omit<BenchRow, 'name' | 'customers' | 'unit'> {
  return { ...summary(subject, limit), ratio: null, ratio95: null }
}
