import { derivePasswordKey, productKdf, randomSalt } from '../../electron/kernel/vault/key-hierarchy.ts'
import { launchBrowser } from '../desktop/host/launch-browser.ts'
import type { BenchVault } from './bench-vault.ts'
import { type BenchRow, percentile, summary } from './measure.ts'
import { isBuilt, programData, startProgram } from './running-program.ts'

const toLock = 'start to the lock screen'
const toRows = 'start: from Enter to customers, without the derivation'
const whole = 'start to customers, key ready'
export const startNames: readonly string[] = [toLock, toRows, whole]

/**
 * The built program on a vault, from its launch to painted customers, beside a bare browser to a page with one heading.
 * The key's derivation, meant to take its time, is measured in the same round and taken off.
 */
export async function startRows(vault: BenchVault, rounds: number, isWanted: (name: string) => boolean): Promise<BenchRow[]> {
  if (!startNames.some(isWanted) || !isBuilt('start')) return []
  const data = await programData(vault)
  const times = { toLock: [] as number[], toRows: [] as number[], whole: [] as number[], limit: [] as number[] }
  try {
    for (let round = 0; round <= rounds; round += 1) {
      const bare = await startBrowser()
      const derivation = await timeDerivation(vault.password)
      const { desktop, started } = await startProgram(data)
      await desktop.close()
      if (round === 0) continue
      const unlocked = started.toRows - derivation
      times.toLock.push(started.toLock)
      times.toRows.push(unlocked)
      times.whole.push(started.toLock + unlocked)
      times.limit.push(bare)
    }
  } finally {
    data.remove()
  }
  const { customers } = vault
  const beside = (subject: readonly number[]) => {
    const ratios = subject.map((time, round) => time / (times.limit[round] ?? Number.NaN))
    return summary(subject, times.limit, percentile(ratios, 0.5))
  }
  const rows: readonly BenchRow[] = [
    { name: toLock, customers, unit: 'ms', ...beside(times.toLock) },
    { name: toRows, customers, unit: 'ms', ...summary(times.toRows, []) },
    { name: whole, customers, unit: 'ms', ...beside(times.whole) },
  ]
  return rows.filter(row => isWanted(row.name))
}

async function timeDerivation(password: string): Promise<number> {
  const started = performance.now()
  await derivePasswordKey(password, randomSalt(), productKdf.params, productKdf)
  return performance.now() - started
}

async function startBrowser(): Promise<number> {
  const started = performance.now()
  const context = await launchBrowser({ headless: true, lang: 'zh-CN' })
  try {
    const page = context.pages()[0] ?? (await context.newPage())
    await page.setContent('<h1>.</h1>')
    await page.locator('h1').waitFor()
    return performance.now() - started
  } finally {
    await context.close()
  }
}
