import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright'
import { launchBrowser } from '../desktop/host/launch-browser.ts'
import { wordsOf } from '../e2e/words.ts'
import { type BenchVault, decryptedCopy, openPlain } from './bench-vault.ts'
import { type BenchRow, summary } from './measure.ts'
import { jumpToRows, type ScrollPattern, scrollFrames } from './page-probes.ts'
import { canReadMemory, type ProcessMemory, startedProcesses } from './process-memory.ts'
import { isBuilt, programData, startProgram } from './running-program.ts'

const whole = 'memory of the whole program after an hour'
const main = 'memory of main with the vault worker after an hour'
const renderer = 'memory of the renderer after an hour'
export const memoryNames: readonly string[] = [whole, main, renderer]

/** What somebody does in an hour at a counter, without the pauses. */
const hour = { searches: 60, opened: 40, saves: 20, jumps: 30, scrolled: 6 }
/** The engine gives garbage back when nothing happens for a while. */
const settleMs = 10_000

/** Memory of every process of the built program after a busy hour, beside a bare browser with an empty page. */
export async function memoryRows(vault: BenchVault, isWanted: (name: string) => boolean): Promise<BenchRow[]> {
  if (!memoryNames.some(isWanted) || !isBuilt('memory')) return []
  if (!canReadMemory()) {
    process.stderr.write('memory: skipped, this system does not tell it\n')
    return []
  }
  const bare = await bareBrowser()
  const data = await programData(vault)
  try {
    const { desktop, page } = await startProgram(data)
    try {
      await workAnHour(page, await someCustomers(vault))
      await pause(settleMs)
      const used = startedProcesses()
      const row = (name: string, kind: ProcessMemory['kind'] | null): BenchRow => {
        return {
          name,
          customers: vault.customers,
          unit: 'MB',
          ...summary([sumOf(used, kind)], [sumOf(bare, kind)]),
          ratio95: null,
        }
      }
      const rows = [row(whole, null), { ...row(main, 'main'), limit: null, ratio: null }, row(renderer, 'renderer')]
      return rows.filter(one => isWanted(one.name))
    } finally {
      await desktop.close()
    }
  } finally {
    data.remove()
  }
}

function sumOf(processes: readonly ProcessMemory[], kind: ProcessMemory['kind'] | null): number {
  return processes.filter(one => kind === null || one.kind === kind).reduce((sum, one) => sum + one.megabytes, 0)
}

async function bareBrowser(): Promise<readonly ProcessMemory[]> {
  const context = await launchBrowser({ headless: true, lang: 'zh-CN' })
  try {
    const page = context.pages()[0] ?? (await context.newPage())
    await page.setContent('<h1>.</h1>')
    await pause(settleMs)
    return startedProcesses()
  } finally {
    await context.close()
  }
}

interface Known {
  readonly id: string
  readonly name: string
}

async function someCustomers(vault: BenchVault): Promise<readonly Known[]> {
  const connection = openPlain(await decryptedCopy(vault, 'memory-names'), 16 * 1024)
  try {
    const every = Math.max(1, Math.floor(vault.customers / hour.searches))
    const all = connection.prepare('SELECT id, name FROM _contact_line ORDER BY id').all() as Known[] // the columns named
    return all.filter((_, n) => n % every === 0).slice(0, hour.searches)
  } finally {
    connection.close()
  }
}

async function workAnHour(page: Page, customers: readonly Known[]): Promise<void> {
  const filter = page.getByRole('searchbox', { name: wordsOf('zh-CN')('contacts:list.search') })
  for (const [n, { name }] of customers.entries()) {
    await filter.fill('')
    await filter.pressSequentially(name.slice(0, 2), { delay: 40 })
    await page.waitForTimeout(80)
    if (n < hour.opened) await openPage(page, customers[n]?.id ?? '')
    if (n < hour.saves) await page.evaluate(saveNote, customers[n]?.id ?? '')
    if (n < hour.opened) await goToList(page)
  }
  await filter.fill('')
  await page.waitForTimeout(300)
  for (let n = 0; n < hour.jumps; n += 1) await page.evaluate(jumpToRows, (n + 0.5) / hour.jumps)
  for (let n = 0; n < hour.scrolled; n += 1) {
    const pattern: ScrollPattern = n % 2 === 0 ? 'slow' : 'fast'
    await page.evaluate(scrollFrames, { pattern, count: 60 })
  }
}

async function openPage(page: Page, id: string): Promise<void> {
  await page.evaluate(to => {
    location.hash = `#/customers/${to}`
  }, id)
  await page.waitForTimeout(150)
}

async function goToList(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/customers'
  })
  await page.locator('tbody tr').first().waitFor()
}

/** By the page's own way to main. */
async function saveNote(id: string): Promise<void> {
  const read = await window.crm.call('contacts.get', { id })
  if (!read.ok) throw new Error(read.failure.code)
  const { revision, ...contact } = read.value as Record<string, unknown> // the contract's Contact
  for (const shown of ['id', 'photo', 'assigneeName', 'createdAt', 'changedAt', 'lastActivityAt', 'trashedAt'])
    delete contact[shown]
  const custom = (contact['custom'] as { fieldId: string; value: string }[]).map(({ fieldId, value }) => ({ fieldId, value }))
  const draft = { ...contact, custom, note: `${String(contact['note'])}.` }
  const written = await window.crm.call('contacts.update', { id, revision, draft })
  if (!written.ok) throw new Error(written.failure.code)
}
