import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const tool =
  (path, ...args) =>
  root => [join(root, 'node_modules', ...path.split('/')), ...args]

const vitest = project => (root, report) => [
  join(root, 'node_modules', 'vitest', 'vitest.mjs'),
  'run',
  '-c',
  'build/vitest.config.ts',
  '--project',
  project,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
]

const folders = ['shared', 'electron', 'renderer', 'test', 'build']

const types = { name: 'types', isOneTest: true, budgetSeconds: 30, command: tool('typescript/bin/tsc', '-b') }
const lint = {
  name: 'lint',
  isOneTest: true,
  budgetSeconds: 30,
  command: tool('oxlint/bin/oxlint', '-c', 'build/oxlint.json', '--type-aware', '--tsconfig', 'tsconfig.json', ...folders),
}
const format = {
  name: 'format',
  isOneTest: true,
  budgetSeconds: 15,
  command: tool('@biomejs/biome/bin/biome', 'check', '--config-path=build/format.json', ...folders),
}
const unit = { name: 'unit', budgetSeconds: 360, command: vitest('unit') }
const torture = { name: 'torture', budgetSeconds: 180, command: vitest('torture') }
const build = { name: 'build', isOneTest: true, budgetSeconds: 60, command: root => [join(root, 'build', 'build.mjs')] }
const e2e = { name: 'e2e', budgetSeconds: 900, command: vitest('e2e') }

export const testParts = [types, lint, format, unit, torture, build, e2e]
export const checkParts = [types, lint, format, unit]

/** What a vitest report counts; a file that could not be loaded, or a run without a report, is one failure. */
export function readCounts(report, code) {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 }
  const { numPassedTests: passed, numPendingTests, numTodoTests = 0, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const failedTests = testResults.flatMap(file => file.assertionResults.filter(test => test.status === 'failed')).length
  const failedFiles = testResults.filter(
    file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed'),
  ).length
  const failed = failedTests + failedFiles
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, skipped: numPendingTests + numTodoTests }
}

export function addCounts(one, other) {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed, skipped: one.skipped + other.skipped }
}

/** `N passed, N failed`, with what was skipped when something was. */
export function describeCounts({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`
}
