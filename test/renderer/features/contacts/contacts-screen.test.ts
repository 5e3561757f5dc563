import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { axeViolations } from '../../../helpers/axe-violations.ts'
import type { FakeCrm } from '../../../helpers/fake-crm.ts'
import { sampleId } from '../../../helpers/fake-shop.ts'
import { type ScreenOptions, type Screens, startScreens } from '../../../helpers/screen-driver.ts'

type FakePage = typeof globalThis & { readonly fakeCrm: FakeCrm }

const outDir = mkdtempSync(join(tmpdir(), 'zhanggui-contacts-'))
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

async function open(options: ScreenOptions, use: (page: Page) => Promise<void>): Promise<void> {
  const page = await screens.open({ path: '/customers', customers: 120, ...options })
  try {
    // keys pressed before there is a screen reach nobody
    await page.locator('.contacts').waitFor()
    await use(page)
  } finally {
    await page.context().close()
  }
  expect(screens.complaints).toEqual([])
}

const title = (page: Page) => page.locator('.contact-head h1')
const cursorRow = (page: Page) => page.locator('.table-row[data-active]')
const nameField = (page: Page) => page.locator('[data-field=name] input')
const callsOf = (page: Page) => page.evaluate(() => (globalThis as FakePage).fakeCrm.calls)
const focusedTag = (page: Page) => page.evaluate(() => document.activeElement?.tagName)

test('a customer is found, opened, changed and changed back by keyboard alone', async () => {
  await open(english, async page => {
    await page.locator('[role=grid]').waitFor()
    await page.keyboard.press('Control+f')
    await page.keyboard.type('Sample Customer 45')
    await page.locator('.pane-foot', { hasText: '1 customer found' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await title(page).filter({ hasText: 'Sample Customer 45' }).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => focusedTag(page)).toBe('H1')
    await page.keyboard.press('Control+e')
    await nameField(page).waitFor()
    await page.keyboard.press('End')
    await page.keyboard.type(' B')
    await page.keyboard.press('Control+Enter')
    await title(page).filter({ hasText: 'Sample Customer 45 B' }).waitFor()

    expect(await page.locator('.undo-bar').innerText()).toContain('Saved')
    expect(await focusedTag(page)).toBe('H1')

    await page.keyboard.press('Control+z')
    await expect.poll(() => title(page).innerText()).toBe('Sample Customer 45')
  })
})

test('the cursor is where the keys left it when they outrun loading and previews', async () => {
  await open({ ...english, customers: 3000, delayMs: 30 }, async page => {
    await page.locator('[role=grid]').focus()
    for (let n = 0; n < 130; n += 1) await page.keyboard.press('ArrowDown')
    const shown = () => cursorRow(page).locator('.name-text').innerText()
    await expect.poll(async () => (await title(page).innerText()) === (await shown())).toBe(true)

    expect(await cursorRow(page).getAttribute('aria-rowindex')).toBe('131')
  })
})

test('the next and the previous customer come by key, and the list follows', async () => {
  await open(english, async page => {
    await page.locator('.table-body .table-row').nth(3).click()
    await title(page).waitFor()
    await page.keyboard.press('Alt+PageDown')
    await expect.poll(() => cursorRow(page).getAttribute('aria-rowindex')).toBe('6')
    await page.keyboard.press('Alt+PageUp')
    await page.keyboard.press('Alt+PageUp')
    await expect.poll(() => cursorRow(page).getAttribute('aria-rowindex')).toBe('4')
    await expect.poll(() => page.url()).toContain(sampleId(3))
  })
})

test('what was typed is there again after a lock', async () => {
  await open(english, async page => {
    await page.keyboard.press('Control+Shift+n')
    await nameField(page).fill('Half typed')
    await expect.poll(() => callsOf(page)).toContain('drafts.save')
    await page.keyboard.press('Control+l')
    await page.locator('input[type=password]').fill('right horse battery')
    await page.keyboard.press('Enter')
    await page.locator('[role=grid], [role=dialog]').first().waitFor()
    if (!(await nameField(page).isVisible())) await page.keyboard.press('Control+Shift+n')
    await page.getByRole('button', { name: 'Resume' }).click()

    expect(await nameField(page).inputValue()).toBe('Half typed')
  })
})

test('Escape keeps a draft, which is marked at the customer and can be let go', async () => {
  await open(english, async page => {
    await page.locator('.table-body .table-row').first().click()
    await title(page).waitFor()
    await page.keyboard.press('Control+e')
    await nameField(page).fill('Unsaved')
    await page.keyboard.press('Escape')
    await page.locator('.contact-head .chip', { hasText: 'Draft' }).waitFor()
    await page.keyboard.press('Control+e')
    await page.getByRole('button', { name: 'Discard draft' }).click()

    expect(await nameField(page).inputValue()).not.toBe('Unsaved')
  })
})

test('a refused form leads to its first mistake and keeps what is typed', async () => {
  await open(english, async page => {
    await page.keyboard.press('Control+Shift+n')
    await page.locator('[data-field=note] textarea').fill('Kept')
    await page.keyboard.press('Control+s')
    await page.locator('.error-summary').waitFor()

    expect(await page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field'))).toBe('name')
    expect(await page.locator('[data-field=name] .field-error').innerText()).toBe('Enter a name')
    expect(await page.locator('[data-field=note] textarea').inputValue()).toBe('Kept')
    expect(await axeViolations(page)).toEqual([])
  })
})

test('Enter that belongs to an input method saves nothing', async () => {
  await open(english, async page => {
    await page.keyboard.press('Control+Shift+n')
    await nameField(page).fill('Composed')
    await nameField(page).evaluate(input => {
      const init = { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true, isComposing: true }
      input.dispatchEvent(new KeyboardEvent('keydown', init))
    })
    await page.keyboard.press('Enter')

    expect(await callsOf(page)).not.toContain('contacts.create')
    expect(await nameField(page).isVisible()).toBe(true)
  })
})

test('rows are added, moved and removed by keyboard, and the focus stays with them', async () => {
  await open(english, async page => {
    await page.keyboard.press('Control+Shift+n')
    const values = () =>
      page.locator('[data-list=phones] [data-row-value]').evaluateAll(all => all.map(one => (one as HTMLInputElement).value)) // the phone rows hold inputs
    await page.locator('[data-list=phones] [data-row-value]').fill('1001')
    await page.locator('[data-add=phones]').press('Enter')
    await expect.poll(values).toHaveLength(2)
    await page.keyboard.type('1002')
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(values).toEqual(['1002', '1001'])
    await page.keyboard.type('9')
    await expect.poll(values).toEqual(['10029', '1001'])
    await page.getByRole('button', { name: 'Phone 1: more actions' }).press('Enter')
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await expect.poll(values).toEqual(['1001'])
  })
})

test('an empty shop says how to begin, and a filter without a match how to leave it', async () => {
  await open({ ...english, customers: 0 }, async page => {
    await page.getByRole('button', { name: 'Import phone contacts' }).waitFor()
    expect(await axeViolations(page)).toEqual([])
  })
  await open(english, async page => {
    await page.getByRole('searchbox').fill('zzzz')
    await page.getByRole('button', { name: 'Clear filters' }).last().click()
    await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('')
    await page.locator('[role=grid]').waitFor()
  })
})

test('where only one part fits, the way back leads to the list and its keys', async () => {
  await open({ ...english, width: 720 }, async page => {
    await page.locator('[role=row]').nth(2).click()
    await title(page).waitFor()
    await page.getByRole('button', { name: 'Back to the list' }).click()
    await expect.poll(() => focusedTag(page)).toBe('TABLE')
    const before = await cursorRow(page).innerText()
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => cursorRow(page).innerText()).not.toBe(before)
  })
})

test('ticked customers go to the Trash together, and one Undo brings them back', async () => {
  await open(english, async page => {
    await page.locator('[role=grid]').focus()
    for (const key of ['ArrowDown', 'Space', 'ArrowDown', 'Space', 'Delete']) await page.keyboard.press(key)
    await page.locator('.undo-bar', { hasText: '2 customers moved to Trash' }).waitFor()
    await page.locator('.pane-foot', { hasText: '118 customers' }).waitFor()
    await page.keyboard.press('Control+z')
    await page.locator('.pane-foot', { hasText: '120 customers' }).waitFor()
  })
})

test.each([
  ['English, light', { ...english, width: 1024, height: 680 }],
  ['Chinese, dark', darkChinese],
  ['one pane', { ...english, width: 800, height: 680 }],
] as const)('list, page, timeline and form pass the accessibility rules: %s', async (_, options) => {
  await open({ ...options, path: `/customers/${sampleId(2)}` }, async page => {
    await title(page).waitFor()
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('tab').nth(1).click()
    expect(await axeViolations(page)).toEqual([])
    await page.keyboard.press('Control+e')
    await nameField(page).waitFor()
    expect(await axeViolations(page)).toEqual([])
  })
})
