import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vaultSlices } from '../../electron/compose.ts'
import { vcardBatches } from '../../electron/features/imports/vcard-batches.ts'
import { createSpine } from '../../electron/kernel/changes/spine.ts'
import { systemNow } from '../../electron/kernel/clock.ts'
import { type WritableDb, wrapDatabase } from '../../electron/kernel/db/database.ts'
import { migrate } from '../../electron/kernel/db/migrate.ts'
import { writeLocal } from '../../electron/kernel/db/write-local.ts'
import type { ContactDraft } from '../../shared/features/contacts/contact.ts'
import { startVaultThread, type VaultThread } from '../helpers/vault-thread.ts'
import { type BenchVault, openPlain } from './bench-vault.ts'
import { type BenchRow, summary } from './measure.ts'
import { prepareReplay, type RecordedStep, recordSql } from './recorded-sql.ts'
import { seedCustomers } from './seed-customers.ts'

export const importNames = ['import cards', 'import: a save during an import'] as const

const cacheKib = 16 * 1024
/** A longer file says nothing more about rows per second. */
const cardsAtMost = 20_000
const saveEveryMs = 25

/** A file of cards through the whole program, by worker and job thread, and a person's saves meanwhile. */
export async function importRows(vault: BenchVault, isWanted: (name: string) => boolean): Promise<BenchRow[]> {
  if (!importNames.some(isWanted)) return []
  const cards = Math.min(vault.customers, cardsAtMost)
  const folder = mkdtempSync(join(tmpdir(), 'zhanggui-bench-'))
  const file = join(folder, 'customers.vcf')
  writeFileSync(file, Array.from(seedCustomers(cards, 5), toCard).join(''))
  const thread = startVaultThread()
  try {
    await thread.create()
    const idle = await timeSaves(thread, count => count < 40)
    const quiet = await timeImport(thread, file)
    let isDone = false
    const importing = timeImport(thread, file).finally(() => {
      isDone = true
    })
    const during = await timeSaves(thread, () => !isDone)
    await importing
    const bare = await bareImport(folder, file)
    const { customers } = vault
    // more is better, so the ratio is the limit's time by ours
    const rate = { ...summary([cards / quiet], [cards / bare], bare / quiet), ratio95: null, n: cards }
    return [
      { name: importNames[0], customers, unit: 'rows/s', ...rate },
      { name: importNames[1], customers, unit: 'ms', ...summary(during, idle) },
    ]
  } finally {
    await thread.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Seconds from the call to the job's end. */
async function timeImport(thread: VaultThread, file: string): Promise<number> {
  const started = performance.now()
  const job = await thread.importFile(file)
  if (job.state !== 'done') throw new Error(`the import ended as ${job.state}`)
  return (performance.now() - started) / 1000
}

/** From the call to its answer on this side, one save after the other with a pause. */
async function timeSaves(thread: VaultThread, goOn: (count: number) => boolean): Promise<number[]> {
  const times: number[] = []
  const drafts = seedCustomers(1_000_000, 13)
  while (goOn(times.length)) {
    const { value: draft, done } = drafts.next()
    if (done === true) break
    const started = performance.now()
    await thread.call('contacts.create', { draft })
    times.push(performance.now() - started)
    await new Promise(resolve => setTimeout(resolve, saveEveryMs))
  }
  return times
}

/** Seconds that the inserts and updates of the same import take by themselves, in the same transactions, with no key. */
async function bareImport(folder: string, file: string): Promise<number> {
  const steps = await recordImport(folder, file)
  const connection = openPlain(plainFile(folder, 'bare.db'), cacheKib)
  try {
    const replay = prepareReplay(connection)(steps)
    const started = performance.now()
    replay()
    return (performance.now() - started) / 1000
  } finally {
    connection.close()
  }
}

async function recordImport(folder: string, file: string): Promise<readonly RecordedStep[]> {
  const connection = openPlain(plainFile(folder, 'recorded.db'), cacheKib)
  const recorder = recordSql(wrapDatabase(connection))
  const { db } = recorder
  const actor = { staffId: '01930000-0000-7000-8000-000000000001', role: 'owner' } as const
  const spine = createSpine(db, { ...vaultSlices, now: systemNow, deviceNode: Buffer.alloc(8, 1) })
  recorder.take()
  const actId = db.transaction(() => spine.begin({ kind: 'import', name: 'vcard-import', subject: '' }, actor))
  for await (const batch of vcardBatches({ path: file, fileName: '', actId, createdAt: systemNow().toISOString() }).batches) {
    db.transaction(() => {
      spine.write(actId, batch.changes)
      for (const row of batch.localRows ?? []) writeLocal(db, row.sql, ...row.params)
    })
  }
  db.transaction(() => spine.finish(actId))
  connection.close()
  return recorder.take().filter(step => step.method === 'run')
}

function plainFile(folder: string, name: string): string {
  const path = join(folder, name)
  writeFileSync(path, '')
  const connection = openPlain(path, cacheKib)
  const db: WritableDb = wrapDatabase(connection)
  migrate(db, { beforeUpgrade: () => undefined })
  connection.close()
  return path
}

/** vCard 3.0 as phones write it. */
export function toCard(draft: ContactDraft): string {
  const text = (value: string): string => value.replace(/[\\;,]/g, sign => `\\${sign}`).replaceAll('\n', '\\n')
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${text(draft.name)}`,
    ...(draft.company === '' ? [] : [`ORG:${text(draft.company)}`]),
    ...draft.phones.map(phone => `TEL;TYPE=CELL:${phone.value}`),
    ...draft.emails.map(email => `EMAIL;TYPE=HOME:${email.value}`),
    ...draft.addresses.map(
      one => `ADR;TYPE=HOME:;;${[one.detail, one.city, one.region, one.postcode, one.country].map(text).join(';')}`,
    ),
    ...(draft.tags.length === 0 ? [] : [`CATEGORIES:${draft.tags.map(text).join(',')}`]),
    ...(draft.note === '' ? [] : [`NOTE:${text(draft.note)}`]),
    'END:VCARD',
    '',
  ].join('\r\n')
}
