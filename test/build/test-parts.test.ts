import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { addCounts, describeCounts, readCounts, testParts } from '../../build/setup/test-parts.mjs'

const folder = mkdtempSync(join(tmpdir(), 'zhanggui-report-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function reportOf(testResults: readonly object[], numPassedTests = 0, numPendingTests = 0): string {
  const file = join(folder, `${Math.random()}.json`)
  writeFileSync(file, JSON.stringify({ numPassedTests, numPendingTests, numTodoTests: 0, testResults }))
  return file
}

test('a report is counted test by test', () => {
  const failing = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'failed' }, { status: 'passed' }] }

  expect(readCounts(reportOf([failing], 1, 4), 1)).toEqual({ passed: 1, failed: 2, skipped: 4 })
})

test('a test file that could not be loaded is a failure', () => {
  expect(readCounts(reportOf([{ status: 'failed', assertionResults: [] }], 3), 1)).toEqual({ passed: 3, failed: 1, skipped: 0 })
})

test('a run that failed without a failed test is a failure', () => {
  expect(readCounts(reportOf([], 3), 1)).toEqual({ passed: 3, failed: 1, skipped: 0 })
})

test('a run without a report is a failure', () => {
  expect(readCounts(join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('the last line names passed and failed, and skipped when there are any', () => {
  const sum = addCounts({ passed: 2, failed: 0, skipped: 0 }, { passed: 3, failed: 1, skipped: 0 })

  expect(describeCounts(sum)).toBe('5 passed, 1 failed')
  expect(describeCounts({ ...sum, skipped: 2 })).toBe('5 passed, 1 failed, 2 skipped')
})

test('the program is built before it is tried', () => {
  const names = testParts.map(part => part.name)

  expect(names.indexOf('build')).toBeLessThan(names.indexOf('e2e'))
})
