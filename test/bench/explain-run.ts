import { parseArgs } from 'node:util'
import { wrapDatabase } from '../../electron/kernel/db/database.ts'
import { openBenchSession } from './bench-session.ts'
import { decryptedCopy, openPlain, removeCopies, seededVault } from './bench-vault.ts'
import { percentile } from './measure.ts'
import { randomFrom } from './random.ts'
import { callAll, readKinds, readSamples } from './read-rows.ts'
import { prepareReplay, type RecordedStep, recordSql } from './recorded-sql.ts'

/**
 * `node test/bench/explain-run.ts --only "search two" --size 10000`: of each kind of reading the statements it ran, how
 * often, what each took bare on the plain copy, and the plan that SQLite has for it.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    size: { type: 'string', default: '10000' },
    times: { type: 'string', default: '40' },
  },
})

interface Cost {
  readonly sql: string
  readonly params: RecordedStep['params']
  readonly times: number[]
}

const vault = await seededVault(Number(values.size))
const path = await decryptedCopy(vault, 'explain')
const [recorded, bare] = [openPlain(path, 128 * 1024), openPlain(path, 128 * 1024)]
const recorder = recordSql(wrapDatabase(recorded))
const session = openBenchSession(recorder.db, vault.staffId, () => undefined)
const samples = readSamples(wrapDatabase(bare))
const replay = prepareReplay(bare)

for (const kind of readKinds.filter(one => one.name.startsWith(values.only))) {
  const random = randomFrom(7)
  const costs = new Map<string, Cost>()
  const whole: number[] = []
  for (let n = 0; n < Number(values.times); n += 1) {
    const calls = kind.calls(samples, random)
    recorder.take()
    const started = performance.now()
    await callAll(session, calls)
    whole.push(performance.now() - started)
    for (const step of recorder.take()) noteCost(costs, step)
  }
  process.stdout.write(`\n## ${kind.name}: ${percentile(whole, 0.5).toFixed(3)} ms with the program's own work\n`)
  for (const cost of [...costs.values()].toSorted((one, other) => sum(other.times) - sum(one.times))) describe(cost, whole.length)
}
recorded.close()
bare.close()
removeCopies()

function noteCost(costs: Map<string, Cost>, step: RecordedStep): void {
  const run = replay([step])
  run()
  const started = performance.now()
  run()
  const time = performance.now() - started
  const cost = costs.get(step.sql) ?? { sql: step.sql, params: step.params, times: [] }
  cost.times.push(time)
  costs.set(step.sql, cost)
}

function describe({ sql, params, times }: Cost, operations: number): void {
  const each = (sum(times) / operations).toFixed(3)
  const often = (times.length / operations).toFixed(1)
  process.stdout.write(`\n${each} ms, ${often} times an operation, longest ${Math.max(...times).toFixed(3)} ms\n${sql.trim()}\n`)
  const plan = bare.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...params) as { detail: string }[] // SQLite's own columns
  for (const { detail } of plan) process.stdout.write(`  - ${detail}\n`)
}

function sum(times: readonly number[]): number {
  return times.reduce((total, time) => total + time, 0)
}
