import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { benchTable } from './bench-table.ts'
import { saveDuringImportRows } from './save-during-import.ts'

/** node test/bench/save-during-import-run.ts [--cards 100000] [--times 1]: what a person waits for beside an import. */
const { values } = parseArgs({
  options: { cards: { type: 'string', default: '100000' }, times: { type: 'string', default: '1' } },
})
const load = (): string =>
  loadavg()
    .map(part => part.toFixed(1))
    .join(' ')

for (let time = 0; time < Number(values.times); time += 1) {
  const before = load()
  const rows = await saveDuringImportRows(Number(values.cards))
  process.stdout.write(`load before: ${before}, after: ${load()}\n${benchTable(rows)}`)
}
