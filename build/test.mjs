// npm test: everything that a fresh clone lacks, then every kind of test, one after another. Plain Node 18, no dependencies.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { prepare, root } from './setup/prepare.mjs'
import { run, say } from './setup/run.mjs'
import { addCounts, checkParts, describeCounts, readCounts, testParts } from './setup/test-parts.mjs'

const ready = await prepare({ forTests: true })
if (ready === null) {
  say('0 passed, 1 failed')
  process.exit(1)
}
const { node } = ready
// colours are for a person's screen
const env = process.stdout.isTTY ? ready.env : { ...ready.env, NO_COLOR: '1', FORCE_COLOR: '0' }
const isCheck = process.argv.includes('--check')
const reports = join(root, 'out', 'test')
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

let total = { passed: 0, failed: 0, skipped: 0 }
const lines = []
for (const part of isCheck ? checkParts : testParts) {
  say(`\n== ${part.name}`)
  const report = join(reports, `${part.name}.json`)
  const start = Date.now()
  const code = await run(node, part.command(root, report), {
    cwd: root,
    env: { ...env, ...part.env },
    timeout: part.budgetSeconds * 4000,
  })
  const seconds = Math.round((Date.now() - start) / 100) / 10
  const counts = part.isOneTest
    ? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
    : readCounts(report, code)
  total = addCounts(total, counts)
  const over = seconds > part.budgetSeconds ? ', over its budget' : ''
  lines.push(`${part.name.padEnd(8)} ${describeCounts(counts)}   ${seconds} s of ${part.budgetSeconds} s${over}`)
}
say(`\n${lines.join('\n')}\n`)
say(describeCounts(total))
process.exitCode = total.failed === 0 ? 0 : 1
