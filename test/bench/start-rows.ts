import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { launchBrowser } from '../desktop/host/launch-browser.ts'
import { launchDesktop } from '../e2e/launch-desktop.ts'
import { type BenchRow, percentile, summary } from './measure.ts'

const name = 'start to the first screen'
const builtMain = join(import.meta.dirname, '../../out/main/main.js')

/** The built program from its launch to its first screen, beside a bare browser to a page with one heading. */
export async function startRows(rounds: number, isWanted: (name: string) => boolean): Promise<BenchRow[]> {
  if (!isWanted(name)) return []
  if (!existsSync(builtMain)) {
    process.stderr.write(`${name}: skipped, the program is not built (npm run build)\n`)
    return []
  }
  const times = { subject: [] as number[], limit: [] as number[] }
  const sides = { subject: startProgram, limit: startBrowser }
  for (let round = 0; round <= rounds; round += 1) {
    for (const side of round % 2 === 0 ? (['subject', 'limit'] as const) : (['limit', 'subject'] as const)) {
      const time = await sides[side]()
      if (round > 0) times[side].push(time)
    }
  }
  const ratios = times.subject.map((time, round) => time / (times.limit[round] ?? Number.NaN))
  return [
    {
      name,
      customers: 0,
      unit: 'ms',
      ...summary(times.subject, times.limit, percentile(ratios, 0.5)),
    },
  ]
}

async function startProgram(): Promise<number> {
  const started = performance.now()
  const desktop = await launchDesktop({ headless: true, lang: 'zh-CN' })
  try {
    await desktop.page.locator('h1, h2').first().waitFor()
    return performance.now() - started
  } finally {
    await desktop.close()
  }
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
