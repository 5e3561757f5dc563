import { statSync } from 'node:fs'
import { wrapDatabase } from '../../electron/kernel/db/database.ts'
import { derivePasswordKey, productKdf, randomSalt } from '../../electron/kernel/vault/key-hierarchy.ts'
import { openBenchSession } from './bench-session.ts'
import { type BenchVault, copyOf, decryptedCopy, openBenchVault, openPlain } from './bench-vault.ts'
import { type BenchRow, percentile, summary } from './measure.ts'

export const unlockNames = ['unlock without the key derivation', 'unlock: the key derivation alone'] as const

const firstPage = {
  search: '',
  filter: null,
  sort: { by: 'activity' as const, dir: 'desc' as const },
  offset: 0,
  limit: 50,
  customFields: [],
}

/** From the derived key to the first 50 customers, beside opening the same file bare and reading the same page. */
export async function unlockRows(vault: BenchVault, rounds: number, isWanted: (name: string) => boolean): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  if (isWanted(unlockNames[0])) rows.push(await unlockRow(vault, rounds))
  if (isWanted(unlockNames[1])) rows.push(await derivationRow(vault))
  return rows
}

async function unlockRow(vault: BenchVault, rounds: number): Promise<BenchRow> {
  const copy = copyOf(vault, 'unlock')
  const plain = await decryptedCopy(vault, 'unlock-plain')
  const cacheKib = Math.min(Math.max(Math.ceil(statSync(plain).size / 1024), 16 * 1024), 128 * 1024)
  const times = { subject: [] as number[], limit: [] as number[] }
  const sides = { subject: () => unlockOnce(copy), limit: () => Promise.resolve(openOnce(plain, cacheKib)) }
  for (let round = 0; round <= rounds; round += 1) {
    for (const side of round % 2 === 0 ? (['subject', 'limit'] as const) : (['limit', 'subject'] as const)) {
      const time = await sides[side]()
      if (round > 0) times[side].push(time)
    }
  }
  const ratios = times.subject.map((time, round) => time / (times.limit[round] ?? Number.NaN))
  return {
    name: unlockNames[0],
    customers: vault.customers,
    unit: 'ms',
    ...summary(times.subject, times.limit, percentile(ratios, 0.5)),
  }
}

async function unlockOnce(vault: BenchVault): Promise<number> {
  const started = performance.now()
  const open = await openBenchVault(vault)
  const session = openBenchSession(open.writer, vault.staffId, () => undefined)
  await session.call('contacts.list', firstPage)
  const time = performance.now() - started
  open.close('quit')
  return time
}

function openOnce(path: string, cacheKib: number): number {
  const started = performance.now()
  const connection = openPlain(path, cacheKib)
  const db = wrapDatabase(connection)
  db.get('SELECT count(*) FROM _contact_line')
  db.all(
    `SELECT l.* FROM (SELECT doc FROM _contact_line ORDER BY last DESC, name_key, doc LIMIT 50) AS page
     CROSS JOIN _contact_line AS l ON l.doc = page.doc ORDER BY l.last DESC, l.name_key, l.doc`,
  )
  const time = performance.now() - started
  connection.close()
  return time
}

/** Meant to cost what it costs: it is what a thief pays for every guess. */
async function derivationRow(vault: BenchVault): Promise<BenchRow> {
  const times: number[] = []
  for (let n = 0; n < 5; n += 1) {
    const started = performance.now()
    await derivePasswordKey(vault.password, randomSalt(), productKdf.params, productKdf)
    times.push(performance.now() - started)
  }
  return { name: unlockNames[1], customers: vault.customers, unit: 'ms', ...summary(times, []) }
}
