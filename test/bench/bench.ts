import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { benchTable, withGrowth } from './bench-table.ts'
import { type BenchVault, removeCopies, seededVault } from './bench-vault.ts'
import { bulkNames, bulkRows } from './bulk-rows.ts'
import { importNames, importRows } from './import-rows.ts'
import { keyNames, keyRows } from './key-rows.ts'
import type { BenchRow } from './measure.ts'
import { memoryNames, memoryRows } from './memory-rows.ts'
import { readNames, readRows } from './read-rows.ts'
import { saveNames, saveRows } from './save-rows.ts'
import { scrollNames, scrollRows } from './scroll-rows.ts'
import { spaceNames, spaceRows } from './space-rows.ts'
import { startNames, startRows } from './start-rows.ts'
import { unlockNames, unlockRows } from './unlock-rows.ts'

const usage = `npm run bench [-- --json FILE] [-- --only NAME,…] [-- --sizes 1000,10000,100000] [-- --rounds N]
--only: rows whose name begins with one of these. Times in ms; limit: the same statements bare, no key, same driver, same run.
`

/** Rows of one subject, for one size of vault; skips what is not wanted. */
interface Subject {
  readonly part: string
  readonly names: readonly string[]
  readonly rows: (vault: BenchVault, rounds: number, isWanted: (name: string) => boolean) => Promise<BenchRow[]>
}

const subjects: readonly Subject[] = [
  { part: 'read', names: readNames, rows: (vault, rounds, isWanted) => readRows(vault, { rounds, perRound: 40 }, isWanted) },
  { part: 'save', names: saveNames, rows: (vault, rounds, isWanted) => saveRows(vault, { rounds, perRound: 20 }, isWanted) },
  { part: 'bulk', names: bulkNames, rows: (vault, _, isWanted) => bulkRows(vault, isWanted) },
  { part: 'import', names: importNames, rows: (vault, _, isWanted) => importRows(vault, isWanted) },
  { part: 'unlock', names: unlockNames, rows: unlockRows },
  { part: 'space', names: spaceNames, rows: (vault, _, isWanted) => spaceRows(vault, isWanted) },
  { part: 'start', names: startNames, rows: (vault, rounds, isWanted) => startRows(vault, Math.min(rounds, 5), isWanted) },
  { part: 'scroll', names: scrollNames, rows: (vault, rounds, isWanted) => scrollRows(vault, Math.min(rounds, 3), isWanted) },
  { part: 'keys', names: keyNames, rows: (vault, rounds, isWanted) => keyRows(vault, Math.min(rounds, 4), isWanted) },
  { part: 'memory', names: memoryNames, rows: (vault, _, isWanted) => memoryRows(vault, isWanted) },
]

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'string' },
      only: { type: 'string', default: '' },
      sizes: { type: 'string', default: '10000,100000' },
      rounds: { type: 'string', default: '7' },
    },
  })
  const sizes = values.sizes.split(',').map(Number)
  const rounds = Number(values.rounds)
  if (![...sizes, rounds].every(number => Number.isInteger(number) && number > 0)) {
    process.stderr.write(usage)
    process.exitCode = 2
    return
  }
  const beginnings = values.only.split(',')
  const isWanted = (name: string): boolean => beginnings.some(beginning => name.startsWith(beginning))
  const rows: BenchRow[] = []
  const parts: PartTime[] = []
  for (const size of sizes.toSorted((a, b) => a - b)) {
    const vault = await timed(parts, 'seed', size, () => seededVault(size))
    for (const { part, rows: measure } of subjects.filter(({ names }) => names.some(isWanted))) {
      const measured = await timed(parts, part, size, () => measure(vault, rounds, isWanted))
      rows.push(...measured)
      process.stderr.write(measured.map(row => `${row.name} (${size}): ${row.p50.toFixed(3)} ${row.unit}\n`).join(''))
    }
  }
  removeCopies()
  process.stdout.write(benchTable(rows))
  process.stderr.write(parts.map(({ part, customers, seconds }) => `${part} (${customers}): ${seconds.toFixed(0)} s\n`).join(''))
  const machine = { node: process.version, cpus: cpus().length, cpu: cpus()[0]?.model ?? '', platform: process.platform }
  if (values.json !== undefined) {
    writeFileSync(
      values.json,
      `${JSON.stringify({ at: new Date().toISOString(), machine, rounds, parts, rows: withGrowth(rows) }, null, 2)}\n`,
    )
  }
}

interface PartTime {
  readonly part: string
  readonly customers: number
  readonly seconds: number
}

async function timed<T>(parts: PartTime[], part: string, customers: number, work: () => Promise<T>): Promise<T> {
  const started = performance.now()
  const result = await work()
  parts.push({ part, customers, seconds: (performance.now() - started) / 1000 })
  return result
}

await main()
