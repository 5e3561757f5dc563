import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { vaultPaths } from '../../electron/kernel/vault/vault-files.ts'
import { startVaultThread, type VaultThread } from '../helpers/vault-thread.ts'
import { toCard } from './import-rows.ts'
import { type BenchRow, summary } from './measure.ts'
import { seedCustomers } from './seed-customers.ts'

const saveEveryMs = 25
const searchEveryMs = 60
const lookEveryMs = 10
const queries = ['王', '李伟', '138', 'tea', '批发', 'anna', '路12']

export interface MeasuredImport {
  /** Milliseconds from a call to its answer, on the caller's side. */
  readonly saves: readonly number[]
  readonly searches: readonly number[]
  readonly cardsPerSecond: number
  /** Largest size of the write-ahead log's file. */
  readonly logBytes: number
}

/** Imports a file of that many cards through the real vault worker while a person saves and searches. */
export async function measureImport(cards: number): Promise<MeasuredImport> {
  const folder = mkdtempSync(join(tmpdir(), 'zhanggui-bench-'))
  const file = join(folder, 'customers.vcf')
  writeFileSync(file, Array.from(seedCustomers(cards, 5), toCard).join(''))
  const thread = startVaultThread()
  try {
    await thread.create()
    await timeSaves(thread, count => count < 20)
    let isDone = false
    const started = performance.now()
    const importing = thread.importFile(file).finally(() => {
      isDone = true
    })
    const goOn = (): boolean => !isDone
    const beside = Promise.all([timeSaves(thread, goOn), timeSearches(thread, goOn), largestLog(thread, goOn)])
    const job = await importing
    const seconds = (performance.now() - started) / 1000
    if (job.state !== 'done') throw new Error(`the import ended as ${job.state}`)
    const [saves, searches, logBytes] = await beside
    return { saves, searches, cardsPerSecond: cards / seconds, logBytes }
  } finally {
    await thread.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The same as rows of the bench's table. */
export async function saveDuringImportRows(cards: number): Promise<BenchRow[]> {
  const { saves, searches, cardsPerSecond, logBytes } = await measureImport(cards)
  const row = (name: string, unit: BenchRow['unit'], values: readonly number[]): BenchRow => ({
    name,
    customers: cards,
    unit,
    ...summary(values, []),
  })
  return [
    row('save beside an import', 'ms', saves),
    row('save beside an import, longest', 'ms', [Math.max(...saves)]),
    row('search beside an import', 'ms', searches),
    row('import with saves beside it', 'rows/s', [cardsPerSecond]),
    row('import: write-ahead log at most', 'MB', [logBytes / 1024 / 1024]),
  ]
}

async function timeSaves(thread: VaultThread, goOn: (count: number) => boolean): Promise<number[]> {
  const times: number[] = []
  const drafts = seedCustomers(1_000_000, 13)
  while (goOn(times.length)) {
    const { value: draft, done } = drafts.next()
    if (done === true) break
    times.push(await timed(() => thread.call('contacts.create', { draft })))
    await pause(saveEveryMs)
  }
  return times
}

async function timeSearches(thread: VaultThread, goOn: () => boolean): Promise<number[]> {
  const times: number[] = []
  while (goOn()) {
    const text = queries[times.length % queries.length] ?? ''
    times.push(await timed(() => thread.call('contacts.find', { text, limit: 20, scope: 'all' })))
    await pause(searchEveryMs)
  }
  return times
}

async function largestLog(thread: VaultThread, goOn: () => boolean): Promise<number> {
  const log = `${vaultPaths(thread.folder).database}-wal`
  let largest = 0
  while (goOn()) {
    largest = Math.max(largest, statSync(log, { throwIfNoEntry: false })?.size ?? 0)
    await pause(lookEveryMs)
  }
  return largest
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
