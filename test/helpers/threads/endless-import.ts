import { createSpine } from '../../../electron/kernel/changes/spine.ts'
import { planUndo } from '../../../electron/kernel/changes/undo.ts'
import { newId, systemNow } from '../../../electron/kernel/clock.ts'
import { wrapDatabase } from '../../../electron/kernel/db/database.ts'
import { createJobRunner } from '../../../electron/kernel/jobs/create-job-runner.ts'
import { inverseSource } from '../../../electron/kernel/jobs/inverse-source.ts'
import type { Batch } from '../../../electron/kernel/jobs/job-runner.ts'
import { importAct, insertCard, insertPerson, shop } from '../shop-tables.ts'
import { openKeyed, testActor, testNode } from '../test-vault.ts'

// a program of its own: opens the vault, works until it is killed, says a line for each batch it committed
const [path, task] = process.argv.slice(2)
if (path === undefined) throw new Error('which vault?')
const db = wrapDatabase(openKeyed(path))
const spine = createSpine(db, { tables: shop.tables, derived: shop.derived, now: systemNow, deviceNode: testNode })
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const jobs = createJobRunner({
  db,
  spine,
  emit: () => undefined,
  now: systemNow,
  newId,
  actor: testActor,
  logBug: error => say(`bug ${String(error)}`),
  onDiskFull: () => say('full'),
  betweenBatches: [{ everyBatches: 1, run: () => say('batch') }],
})

async function* endless(): AsyncGenerator<Batch, void> {
  for (let n = 0; ; n += 20) {
    const people = Array.from({ length: 20 }, () => newId())
    const changes = people.flatMap(id => [insertPerson(id, 'imported'), insertCard(newId(), id)])
    yield { changes, done: n, total: null, records: n }
  }
}

if (task === 'import') {
  jobs.start({
    kind: 'vcard-import',
    subject: 'cards.vcf',
    act: importAct,
    open: () => ({ batches: endless(), counts: () => ({}), stop: () => undefined }),
  })
} else {
  const done = db.get<{ id: string }>("SELECT id FROM act WHERE kind = 'import' AND state = 'done'")?.id ?? ''
  const plan = planUndo(db, done)
  jobs.start({ kind: 'undo', subject: '', act: plan.start, open: () => inverseSource(spine, plan.target) })
}
