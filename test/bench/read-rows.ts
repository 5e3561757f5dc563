import type Database from 'better-sqlite3'
import { type ReadableDb, wrapDatabase } from '../../electron/kernel/db/database.ts'
import { type BenchSession, openBenchSession } from './bench-session.ts'
import { type BenchVault, cacheOf, copyOf, decryptedCopy, openBenchVault, openPlain } from './bench-vault.ts'
import { draftOf } from './draft-of.ts'
import { listKinds } from './list-kinds.ts'
import { type BenchRow, measurePair, type Rounds, roundsFor } from './measure.ts'
import { openKinds } from './open-kinds.ts'
import { pickOne, randomFrom } from './random.ts'
import type { Call, ReadKind, Sample, Samples } from './read-kinds.ts'
import { prepareReplay, type Recorder, recordSql } from './recorded-sql.ts'
import { isChinese, searchKinds } from './search-kinds.ts'
import { heavyEntries } from './seed-relations.ts'

export const readKinds: readonly ReadKind[] = [...searchKinds, ...listKinds, ...openKinds]
export const readNames: readonly string[] = readKinds.map(kind => kind.name)

/** Customers whose page was opened before: they rank higher. */
const openedBefore = 200

/** The program on the encrypted vault, and the same statements on the plain copy. */
interface ReadBench {
  readonly session: BenchSession
  readonly recorded: BenchSession
  readonly recorder: Recorder
  readonly bare: Database.Database
  readonly samples: Samples
}

/** Searching, paging and opening, each beside the same statements bare. */
export async function readRows(vault: BenchVault, rounds: Rounds, isWanted: (name: string) => boolean): Promise<BenchRow[]> {
  const wanted = readKinds.filter(kind => isWanted(kind.name))
  if (wanted.length === 0) return []
  const open = await openBenchVault(copyOf(vault, 'read'))
  const plainPath = await decryptedCopy(vault, 'read-plain')
  const cacheKib = cacheOf(open.rawWriter)
  const [recorded, bare] = [openPlain(plainPath, cacheKib), openPlain(plainPath, cacheKib)]
  try {
    const recorder = recordSql(wrapDatabase(recorded))
    const bench: ReadBench = {
      session: openBenchSession(open.writer, vault.staffId, () => undefined),
      recorded: openBenchSession(recorder.db, vault.staffId, () => undefined),
      recorder,
      bare,
      samples: readSamples(wrapDatabase(recorded)),
    }
    await orSaid('pages opened before', () => openSome(bench))
    const rows: BenchRow[] = []
    for (const kind of wanted) {
      const row = await orSaid(kind.name, () => readRow(bench, kind, vault.customers, rounds))
      if (row !== null) rows.push(row)
    }
    return rows
  } finally {
    recorded.close()
    bare.close()
    open.close('quit')
  }
}

async function readRow(bench: ReadBench, kind: ReadKind, customers: number, rounds: Rounds): Promise<BenchRow> {
  const { session, recorded, recorder, bare, samples } = bench
  const random = randomFrom(7)
  const fitting = await roundsFor(rounds, async () => {
    const calls = kind.calls(samples, random)
    // on both: what a side keeps for the next time, the other keeps too
    for (const side of [session, recorded]) {
      if (kind.afterSave === true) await saveOne(side, samples, random)
      await callAll(side, calls)
    }
  })
  const operations = Array.from({ length: (fitting.rounds + 1) * fitting.perRound }, () => kind.calls(samples, random))
  const replay = prepareReplay(bare)
  const replays: (() => void)[] = []
  const other = kind.limit?.(bare)
  let misses = 0
  for (const calls of operations) {
    if (other !== undefined) {
      replays.push(() => other(calls))
      continue
    }
    if (kind.afterSave === true) await saveOne(recorded, samples, random)
    recorder.take()
    if (await findNobody(recorded, calls)) misses += 1
    replays.push(replay(recorder.take()))
  }
  // questions without an answer are quick: a row of them says nothing
  if (misses > operations.length / 2 && !kind.name.includes('nobody'))
    process.stderr.write(`${kind.name}: nobody found ${misses} times of ${operations.length}\n`)
  const subject = (i: number): Promise<void> => callAll(session, operations[i] ?? [])
  const before = kind.afterSave === true ? { before: () => saveOne(session, samples, random) } : {}
  const measured = await measurePair({ subject, limit: i => replays[i]?.(), ...before }, fitting)
  return { name: kind.name, customers, unit: 'ms', ...measured }
}

export async function callAll(session: BenchSession, calls: readonly Call[]): Promise<void> {
  for (const { channel, input } of calls) await session.call(channel, input)
}

/** Somebody's note gets another word. */
async function saveOne(session: BenchSession, samples: Samples, random: () => number): Promise<void> {
  const contact = await session.call('contacts.get', { id: pickOne(samples.all, random).id })
  const draft = { ...draftOf(contact), note: `${contact.note}.` }
  await session.call('contacts.update', { id: contact.id, revision: contact.revision, draft })
}

/** Makes the calls; whether none of those that look for customers found one. */
async function findNobody(session: BenchSession, calls: readonly Call[]): Promise<boolean> {
  const totals: number[] = []
  for (const { channel, input } of calls) {
    const answer: unknown = await session.call(channel, input)
    if (typeof answer === 'object' && answer !== null && 'total' in answer) totals.push(Number(answer.total))
  }
  return totals.length > 0 && totals.every(total => total === 0)
}

/** Null where it fails: it is said, the other rows are measured all the same, and the run ends as failed. */
async function orSaid<T>(name: string, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    process.stderr.write(`${name}: not measured, ${String(error)}\n`)
    process.exitCode = 1
    return null
  }
}

/** The same pages opened on both sides, so that ranking has what it has in a used shop. */
async function openSome({ session, recorded, samples }: ReadBench): Promise<void> {
  const random = randomFrom(3)
  for (let n = 0; n < openedBefore; n += 1) {
    const { id } = pickOne(samples.all, random)
    for (const side of [session, recorded]) await side.call('contacts.noteOpened', { id })
  }
}

/** Everybody, by the age of the record. */
export function readSamples(db: ReadableDb): Samples {
  const all = db.all<Sample>(
    `SELECT l.id, l.name, l.company, l.phone, l.email, l.place, l.tags, c.note
     FROM _contact_line AS l CROSS JOIN contact AS c ON c.id = l.id ORDER BY l.id`,
  )
  const long = db.all<{ customer: string }>(
    'SELECT customer FROM _timeline GROUP BY customer HAVING count(DISTINCT ref) >= ?',
    heavyEntries,
  )
  const ids = new Set(long.map(row => row.customer))
  return { all, chinese: all.filter(isChinese), heavy: all.filter(one => ids.has(one.id)) }
}
