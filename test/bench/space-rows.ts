import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { vaultPaths } from '../../electron/kernel/vault/vault-files.ts'
import { type BenchVault, copyOf, decryptedCopy, openBenchVault } from './bench-vault.ts'
import { type BenchRow, summary } from './measure.ts'

export const spaceNames = ['memory of the vault process', 'size of the file', 'size per customer'] as const

const megabyte = 1_000_000
const kilobyte = 1000
const memoryRuns = 3

/** Memory of the thread that holds the vault, and the file's size, each beside the same without a key. */
export async function spaceRows(vault: BenchVault, isWanted: (name: string) => boolean): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  if (isWanted(spaceNames[0])) rows.push(await memoryRow(vault))
  if (isWanted(spaceNames[1]) || isWanted(spaceNames[2])) rows.push(...(await sizeRows(vault, isWanted)))
  return rows
}

async function memoryRow(vault: BenchVault): Promise<BenchRow> {
  const copy = copyOf(vault, 'memory')
  const plain = await decryptedCopy(vault, 'memory-plain')
  const size = ['--customers', String(vault.customers)]
  const subject: number[] = []
  const limit: number[] = []
  for (let run = 0; run < memoryRuns; run += 1) {
    const used = runWork(['--folder', copy.folder, '--staff', vault.staffId, '--password', vault.password, ...size])
    subject.push(used.rss / megabyte)
    limit.push(runWork(['--plain', plain, '--cache', String(used.cacheKib), ...size]).rss / megabyte)
  }
  return rowOf(spaceNames[0], vault, subject, limit)
}

function runWork(args: readonly string[]): { rss: number; cacheKib: number } {
  const script = join(import.meta.dirname, 'memory-work.ts')
  const output = execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], { encoding: 'utf8' })
  return JSON.parse(output) as { rss: number; cacheKib: number } // what memory-work.ts writes
}

/** The file as it is after a clean-up, whole and by customer. */
async function sizeRows(vault: BenchVault, isWanted: (name: string) => boolean): Promise<BenchRow[]> {
  const copy = copyOf(vault, 'size')
  const open = await openBenchVault(copy)
  open.rawWriter.exec('VACUUM')
  open.close('quit')
  const bytes = statSync(vaultPaths(copy.folder).database).size
  const plain = statSync(await decryptedCopy(vault, 'size-plain')).size
  return [
    rowOf(spaceNames[1], vault, [bytes / megabyte], [plain / megabyte]),
    rowOf(spaceNames[2], vault, [bytes / kilobyte / vault.customers], [plain / kilobyte / vault.customers], 'kB'),
  ].filter(row => isWanted(row.name))
}

function rowOf(
  name: string,
  vault: BenchVault,
  subject: readonly number[],
  limit: readonly number[],
  unit: BenchRow['unit'] = 'MB',
): BenchRow {
  return { name, customers: vault.customers, unit, ...summary(subject, limit) }
}
