import type { Page } from 'playwright'
import { wordsOf } from '../e2e/words.ts'
import type { BenchVault } from './bench-vault.ts'
import { type BenchRow, summary } from './measure.ts'
import { firstRowText, type RowRole, watchNextKey } from './page-probes.ts'
import { isBuilt } from './running-program.ts'
import { withScreenBench } from './screen-bench.ts'

const inList = 'key to paint in the list'
const inFind = 'key to paint in quick find'
export const keyNames: readonly string[] = [inList, inFind]

const keys = Array.from('lwzcyhxsfg138m2k')

/** From a key press in a box to the customers it finds painted, through all of the program, beside a page that holds everybody. */
export async function keyRows(vault: BenchVault, rounds: number, isWanted: (name: string) => boolean): Promise<BenchRow[]> {
  const wanted = keyNames.filter(isWanted)
  if (wanted.length === 0 || !isBuilt('key to paint')) return []
  return await withScreenBench(vault, async ({ program, windowed }) => {
    const rows: BenchRow[] = []
    for (const name of wanted) {
      const role = name === inList ? 'row' : 'option'
      await program.bringToFront()
      await (name === inList ? goToFilter(program) : program.keyboard.press('Control+k'))
      await windowed.bringToFront()
      await windowed.locator('input').focus()
      const times = { subject: [] as number[], limit: [] as number[] }
      for (let round = 0; round <= rounds; round += 1) {
        const order = round % 2 === 0 ? (['subject', 'limit'] as const) : (['limit', 'subject'] as const)
        for (const side of order) {
          const measured = side === 'subject' ? await typeKeys(program, role) : await typeKeys(windowed, 'row')
          if (round > 0) times[side].push(...measured)
        }
      }
      rows.push({ name, customers: vault.customers, unit: 'ms', ...summary(times.subject, times.limit) })
    }
    return rows
  })
}

async function goToFilter(page: Page): Promise<void> {
  const t = wordsOf('zh-CN')
  await page.getByRole('searchbox', { name: t('contacts:list.search') }).focus()
}

/** Each key into an empty box; those after which the first row stays the same tell nothing. */
async function typeKeys(page: Page, role: RowRole): Promise<number[]> {
  const times: number[] = []
  for (const key of keys) {
    const before = await page.evaluate(firstRowText, role)
    await page.evaluate(watchNextKey, role)
    await page.keyboard.press(key)
    const time = await page.evaluate(() => window.benchKey ?? null)
    await page.keyboard.press('Backspace')
    if (time === null) continue
    times.push(time)
    await backTo(page, role, before)
  }
  return times
}

/** Until the rows of the empty box are there again. */
async function backTo(page: Page, role: RowRole, text: string): Promise<void> {
  const until = performance.now() + 2000
  while (performance.now() < until && (await page.evaluate(firstRowText, role)) !== text) await page.waitForTimeout(10)
}
