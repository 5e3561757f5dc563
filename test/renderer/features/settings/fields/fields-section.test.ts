import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { axeViolations } from '../../../../helpers/axe-violations.ts'
import { type ScreenOptions, type Screens, startScreens } from '../../../../helpers/screen-driver.ts'

const outDir = mkdtempSync(join(tmpdir(), 'zhanggui-settings-'))
const english = { preferences: { locale: 'en', theme: 'light' } } as const
const darkChinese = { preferences: { locale: 'zh-CN', theme: 'dark' } } as const
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

async function open(section: 'fields' | 'lists', options: ScreenOptions, use: (page: Page) => Promise<void>): Promise<void> {
  const page = await screens.open({ path: `/settings/${section}`, customers: 30, ...english, ...options })
  try {
    await page.locator('.fields-table, .settings .empty-state, .option-name').first().waitFor()
    await use(page)
  } finally {
    await page.context().close()
  }
  expect(screens.complaints).toEqual([])
}

const names = (page: Page) => page.locator('.fields-table tbody th .link').allInnerTexts()
const words = (page: Page, list: string) =>
  page
    .locator(`[aria-labelledby=options-${list}] .option-name input`)
    .evaluateAll(all => all.map(one => (one as HTMLInputElement).value)) // the rows hold inputs
const focusedLabel = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))

test('a choice field is made by keyboard, and one Undo takes it back', async () => {
  await open('fields', {}, async page => {
    await page.getByRole('button', { name: 'Add field' }).press('Enter')
    await page.locator('[data-field=name] input').fill('Size')
    await page.locator('[data-field=type] select').selectOption('choice')
    await page.keyboard.press('Control+s')
    await page.locator('.error-summary', { hasText: 'Add at least one choice' }).waitFor()
    await page.getByRole('button', { name: 'Add choice' }).press('Enter')
    await expect.poll(() => focusedLabel(page)).toBe('Choice 1')
    await page.keyboard.type('Small')
    await page.keyboard.press('Enter')
    await page.locator('.undo-bar', { hasText: 'Field Size saved' }).waitFor()

    expect(await names(page)).toEqual(['Size'])

    await page.keyboard.press('Control+z')
    await page.locator('.empty-state', { hasText: 'No custom fields yet' }).waitFor()
  })
})

test('what was typed for a field is there again after Escape, and Cancel lets it go', async () => {
  await open('fields', {}, async page => {
    const name = page.locator('[data-field=name] input')
    await page.getByRole('button', { name: 'Add field' }).click()
    await name.fill('Shoe size')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Add field' }).click()
    await page.getByText('What was typed last time is not saved yet.').waitFor()
    expect(await name.inputValue()).toBe('Shoe size')
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: 'Add field' }).click()
    await expect.poll(() => name.inputValue()).toBe('')
    expect(await page.getByRole('button', { name: 'Discard draft' }).count()).toBe(0)
  })
})

test('a tooltip stands within a part of the page', async () => {
  await open('fields', { ownFields: true }, async page => {
    await page.getByRole('button', { name: 'Shortcuts' }).hover()
    await page.getByRole('tooltip').waitFor()
    expect(await axeViolations(page)).toEqual([])
  })
})

test('a sensitive field asks why it is needed, and the type of a saved one stays', async () => {
  await open('fields', { ownFields: true }, async page => {
    await page.locator('.fields-table .link').first().click()

    expect(await page.locator('[data-field=type] select').count()).toBe(0)

    await page.getByText('Sensitive personal information').click()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
    expect(await page.getByText('Enter why it is needed').first().isVisible()).toBe(true)
    expect(await axeViolations(page)).toEqual([])
  })
})

test('the titles of the fields stand in one line', async () => {
  await open('fields', { ownFields: true, ...darkChinese }, async page => {
    const heights = await page.locator('.fields-table thead th').evaluateAll(all => all.map(one => one.clientHeight))
    expect(Math.max(...heights)).toBeLessThan(48)
  })
})

test('a field moves by Alt and the arrow keys, and the focus goes with it', async () => {
  await open('fields', { ownFields: true }, async page => {
    const [first, second] = await names(page)
    await page.locator('.fields-table .link').first().focus()
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(() => names(page).then(all => all.slice(0, 2))).toEqual([second, first])
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(first)
  })
})

test('deleting a field that customers use says how many, and hiding it keeps them', async () => {
  await open('fields', { ownFields: true }, async page => {
    const remove = async () => {
      await page.locator('.fields-table .menu-button button').first().click()
      await page.getByRole('menuitem', { name: 'Delete' }).click()
    }
    await remove()
    const dialog = page.getByRole('dialog')
    expect(await dialog.innerText()).toContain('10 customers have something in this field')
    await dialog.getByRole('button', { name: 'Hide' }).click()
    await page.locator('.fields-table .chip', { hasText: 'Hidden' }).waitFor()
    await remove()
    await dialog.getByRole('button', { name: 'Delete field' }).click()
    await page.locator('.undo-bar', { hasText: 'with what 10 customers had in it' }).waitFor()
    await page.keyboard.press('Control+z')
    await expect.poll(() => names(page)).toHaveLength(7)
  })
})

test('the words of a list are renamed, added, moved and hidden, each an act of its own', async () => {
  await open('lists', {}, async page => {
    const level = page.locator('[aria-labelledby=options-level]')
    const gold = level.locator('.option-name input').nth(2)
    await gold.fill('Silver')
    await gold.press('Enter')
    expect(await level.getByText('This is in the list already').isVisible()).toBe(true)
    await gold.fill('Golden guest')
    await gold.press('Enter')
    await level.getByText('Default name: Gold').waitFor()
    await gold.press('Alt+ArrowUp')
    await expect.poll(() => words(page, 'level')).toEqual(['Regular', 'Golden guest', 'Silver', 'VIP'])
    await level.getByLabel('New level').fill('Founder')
    await page.keyboard.press('Enter')
    await expect.poll(() => words(page, 'level')).toHaveLength(5)
    await level.getByRole('button', { name: 'Hide Founder' }).click()
    await level.getByRole('button', { name: 'Show Founder' }).waitFor()
    const undoTo = async (wanted: readonly string[]) => {
      await page.keyboard.press('Control+z')
      await expect.poll(() => words(page, 'level'), { timeout: 10_000 }).toEqual(wanted)
    }
    await page.keyboard.press('Control+z')
    await level.getByRole('button', { name: 'Hide Founder' }).waitFor()
    await undoTo(['Regular', 'Golden guest', 'Silver', 'VIP'])
    await undoTo(['Regular', 'Silver', 'Golden guest', 'VIP'])
    await undoTo(['Regular', 'Silver', 'Gold', 'VIP'])
  })
})

test('a name that is emptied is the default one again, and Escape lets a name be', async () => {
  await open('lists', {}, async page => {
    const gold = page.locator('[aria-labelledby=options-level] .option-name input').nth(2)
    await gold.fill('Other')
    await gold.press('Escape')
    expect(await gold.inputValue()).toBe('Gold')
    await gold.fill('Other')
    await gold.press('Enter')
    await page.getByText('Default name: Gold').waitFor()
    await gold.fill('')
    await gold.press('Enter')
    await expect.poll(() => gold.inputValue()).toBe('Gold')
  })
})

test.each([
  ['fields', { ...english, width: 1024, height: 680 }],
  ['fields', darkChinese],
  ['lists', { ...english, width: 512, height: 680 }],
  ['lists', darkChinese],
] as const)('the section %s passes the accessibility rules and is not wider than the window', async (section, options) => {
  await open(section, { ...options, ownFields: true }, async page => {
    expect(await axeViolations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
  })
})
