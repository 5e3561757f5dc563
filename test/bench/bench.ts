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
  readonly names: readonly string[]
  readonly rows: (vault: BenchVault, rounds: number, isWanted: (name: string) => boolean) => Promise<BenchRow[]>
}

const subjects: readonly Subject[] = [
  { names: readNames, rows: (vault, rounds, isWanted) => readRows(vault, { rounds, perRound: 40 }, isWanted) },
  { names: saveNames, rows: (vault, rounds, isWanted) => saveRows(vault, { rounds, perRound: 20 }, isWanted) },
  { names: bulkNames, rows: (vault, _, isWanted) => bulkRows(vault, isWanted) },
  { names: importNames, rows: (vault, _, isWanted) => importRows(vault, isWanted) },
  { names: unlockNames, rows: unlockRows },
  { names: spaceNames, rows: (vault, _, isWanted) => spaceRows(vault, isWanted) },
  { names: startNames, rows: (vault, rounds, isWanted) => startRows(vault, Math.min(rounds, 5), isWanted) },
  { names: scrollNames, rows: (vault, rounds, isWanted) => scrollRows(vault, Math.min(rounds, 3), isWanted) },
  { names: keyNames, rows: (vault, rounds, isWanted) => keyRows(vault, Math.min(rounds, 4), isWanted) },
  { names: memoryNames, rows: (vault, _, isWanted) => memoryRows(vault, isWanted) },
]

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'string' },
      only: { type: 'string', default: '' },
      sizes: { type: 'string', default: '10000,100000' },
      rounds: { type: 'string', default: '9' },
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
  for (const size of sizes.toSorted((a, b) => a - b)) {
    for (const { rows: measure } of subjects.filter(({ names }) => names.some(isWanted))) {
      const vault = await seededVault(size)
      const started = performance.now()
      const measured = await measure(vault, rounds, isWanted)
      rows.push(...measured)
      const seconds = (performance.now() - started) / 1000
      process.stderr.write(measured.map(row => `${row.name} (${size}): ${row.p50.toFixed(3)} ${row.unit}\n`).join(''))
      process.stderr.write(`${measured.length} rows in ${seconds.toFixed(0)} s\n`)
    }
  }
  removeCopies()
  process.stdout.write(benchTable(rows))
  const machine = { node: process.version, cpus: cpus().length, cpu: cpus()[0]?.model ?? '', platform: process.platform }
  if (values.json !== undefined) {
    writeFileSync(
      values.json,
      `${JSON.stringify({ at: new Date().toISOString(), machine, rounds, rows: withGrowth(rows) }, null, 2)}\n`,
    )
  }
}

await main()
