import type { Page } from 'playwright'
import { launchBrowser } from '../desktop/host/launch-browser.ts'
import { type BenchVault, decryptedCopy, openPlain } from './bench-vault.ts'
import { programData, startProgram } from './running-program.ts'
import { blankPage, type PlainRow, windowedPage } from './windowed-page.ts'

/** The program at its list of customers, and in another browser the two pages it is measured against. */
export interface ScreenBench {
  readonly program: Page
  readonly windowed: Page
  readonly blank: Page
}

export async function withScreenBench<T>(vault: BenchVault, work: (bench: ScreenBench) => Promise<T>): Promise<T> {
  const rows = await plainRows(vault)
  const data = await programData(vault)
  const browser = await launchBrowser({ headless: true, lang: 'zh-CN' })
  try {
    const [blank, windowed] = [await blankPage(browser), await windowedPage(browser, rows)]
    const { desktop, page: program } = await startProgram(data)
    try {
      return await work({ program, windowed, blank })
    } finally {
      await desktop.close()
    }
  } finally {
    await browser.close()
    data.remove()
  }
}

async function plainRows(vault: BenchVault): Promise<readonly PlainRow[]> {
  const connection = openPlain(await decryptedCopy(vault, 'screen-plain'), 16 * 1024)
  try {
    const lines = connection
      .prepare('SELECT name, phone, company, tags, last, email, place FROM _contact_line ORDER BY last DESC, name_key')
      .all() as (Omit<PlainRow, 'last'> & { last: number })[] // the columns named
    return lines.map(line => ({ ...line, last: new Date(line.last).toISOString().slice(0, 10) }))
  } finally {
    connection.close()
  }
}
