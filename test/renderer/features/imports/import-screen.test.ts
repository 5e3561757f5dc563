import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { axeViolations } from '../../../helpers/axe-violations.ts'
import { type Screens, startScreens } from '../../../helpers/screen-driver.ts'

const outDir = mkdtempSync(join(tmpdir(), 'zhanggui-imports-'))
// a browser is slow where many tests run at once
vi.setConfig({ testTimeout: 90_000 })
let screens: Screens

beforeAll(async () => {
  screens = await startScreens(outDir)
}, 120_000)
afterAll(async () => {
  await screens.close()
  rmSync(outDir, { recursive: true })
})

async function open(path: string, use: (page: Page) => Promise<void>): Promise<void> {
  const page = await screens.open({ path, customers: 5, preferences: { locale: 'en', theme: 'dark' }, width: 1024, height: 680 })
  try {
    await use(page)
  } finally {
    await page.context().close()
  }
  expect(screens.complaints).toEqual([])
}

test('an import shows its progress, its result and every card, and stays among the earlier ones', async () => {
  await open('/import', async page => {
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Choose file…' }).press('Enter')
    await page.getByRole('progressbar', { name: 'Import progress' }).waitFor()
    expect(await axeViolations(page)).toEqual([])
    await page.getByText('Import done', { exact: true }).waitFor()
    await page.locator('.card-report tbody tr').nth(99).waitFor()
    expect(await axeViolations(page)).toEqual([])

    expect(await page.locator('.import-totals dd').allInnerTexts()).toEqual(['118', '6', '2'])

    await page.getByRole('radio', { name: 'Skipped 2' }).check()
    await expect.poll(() => page.locator('.card-report tbody tr').count()).toBe(2)
    expect(await page.locator('.import-earlier tbody tr').count()).toBe(1)
  })
})

test('a cancelled import says that nothing was changed', async () => {
  await open('/import', async page => {
    await page.getByRole('button', { name: 'Choose file…' }).click()
    await page.getByRole('button', { name: 'Cancel import' }).first().click()
    await page.getByText('What was imported has been taken back, nothing was changed.').first().waitFor()
  })
})

test('an empty Trash says so', async () => {
  await open('/trash', async page => {
    await page.getByText('Trash is empty').first().waitFor()
    expect(await axeViolations(page)).toEqual([])
  })
})
