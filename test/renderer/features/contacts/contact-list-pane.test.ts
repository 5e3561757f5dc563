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

const outDir = mkdtempSync(join(tmpdir(), 'zhanggui-list-'))
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
  const page = await screens.open({ path: '/customers', customers: 120, ...english, ...options })
  try {
    await page.locator('[role=grid]').waitFor()
    await use(page)
  } finally {
    await page.context().close()
  }
  expect(screens.complaints).toEqual([])
}

const foot = (page: Page) => page.locator('.pane-foot')
const chips = (page: Page) => page.locator('.filter-chip .filter-words')
const heads = (page: Page) => page.locator('th').allInnerTexts()
const calls = (page: Page) => page.evaluate(() => (globalThis as FakePage).fakeCrm.calls)
const cursorAt = (page: Page) => page.locator('.table-row[data-active]').getAttribute('aria-rowindex')

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Writes a condition by keyboard: the field by its name, then what the box asks for. */
async function filterBy(page: Page, field: string, ...keys: readonly string[]): Promise<void> {
  await page.locator('.filter-button').press('Enter')
  await page.locator('.target-picker').waitFor()
  await page.keyboard.type(field)
  await press(page, 'Enter')
  await page.locator('.rule-form').waitFor()
  await press(page, ...keys)
}

test('a title orders the list, again the other way round, and the foot says so', async () => {
  await open({}, async page => {
    const name = page.locator('th[data-col=name]')
    await name.locator('.sort-button').click()
    expect(await name.getAttribute('aria-sort')).toBe('ascending')
    await foot(page).filter({ hasText: 'Sorted by name, A to Z' }).waitFor()

    await name.locator('.sort-button').press('Enter')
    expect(await name.getAttribute('aria-sort')).toBe('descending')
    expect(await page.locator('th[data-col=activity]').getAttribute('aria-sort')).toBe('none')
    await foot(page).filter({ hasText: 'Sorted by name, Z to A' }).waitFor()
  })
})

test('a search is ordered by how well it fits', async () => {
  await open({}, async page => {
    await press(page, 'Control+f')
    await page.keyboard.type('wang')
    await foot(page).filter({ hasText: 'Best match first' }).waitFor()
  })
})

test('a column is filtered from its title by keyboard, and the condition stands in words until it is removed', async () => {
  await open({}, async page => {
    await page.locator('th[data-col=name] .sort-button').focus()
    await press(page, 'ArrowRight')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Phone')
    await press(page, 'Alt+ArrowDown', 'Enter')
    await page.locator('.rule-form select').selectOption('empty')
    await page.locator('.filter-foot', { hasText: '10 customers match' }).waitFor()
    await press(page, 'Enter')
    await page.locator('.filter-foot .button-primary').click()

    await foot(page).filter({ hasText: '10 customers found' }).waitFor()
    expect(await chips(page).allInnerTexts()).toEqual(['Phone not filled'])

    await page.getByRole('button', { name: 'Remove: Phone not filled' }).click()
    await foot(page).filter({ hasText: '120 customers' }).waitFor()
  })
})

test('conditions add up, match all or any, are changed in place and cleared together', async () => {
  await open({}, async page => {
    await filterBy(page, 'tag')
    await page.getByLabel('VIP').check()
    await press(page, 'Enter')
    await filterBy(page, 'company')
    await page.keyboard.type('示例')
    await press(page, 'Enter')
    await expect.poll(() => chips(page).allInnerTexts()).toEqual(['Tags: VIP', 'Company contains “示例”'])
    const both = await foot(page).locator('.num').innerText()

    await page.locator('.match-menu button').click()
    await page.getByRole('menuitemradio', { name: 'Match any' }).click()
    await expect.poll(() => foot(page).locator('.num').innerText()).not.toBe(both)

    await chips(page).nth(1).click()
    await page.locator('.rule-form input').fill('Nobody is called so')
    await press(page, 'Enter')
    await expect.poll(() => chips(page).nth(1).innerText()).toBe('Company contains “Nobody is called so”')

    await page.getByRole('button', { name: 'Clear filters' }).click()
    await foot(page).filter({ hasText: '120 customers' }).waitFor()
  })
})

test('nobody found: the filter is repeated in words, with the way out', async () => {
  await open({}, async page => {
    await filterBy(page, 'email')
    await page.keyboard.type('nobody@')
    await press(page, 'Enter')
    await page.locator('.empty-state', { hasText: 'Email contains “nobody@”' }).waitFor()
    await page.locator('.empty-state').getByRole('button', { name: 'Clear filters' }).click()
    await page.locator('[role=grid]').waitFor()
  })
})

test('groups within groups are written, moved and applied by keyboard', async () => {
  await open({}, async page => {
    await page.locator('.filter-button').press('Enter')
    await page.getByRole('button', { name: 'Advanced filter…' }).press('Enter')
    const drawer = page.getByRole('dialog', { name: 'Advanced filter' })
    await drawer.waitFor()
    await drawer.getByRole('button', { name: 'Add group' }).press('Enter')
    await drawer.getByRole('textbox').fill('示例')
    await drawer.getByRole('button', { name: 'Add condition' }).last().press('Enter')
    await drawer.getByRole('textbox').nth(1).fill('王')
    await drawer.locator('.groups-state', { hasText: 'match' }).waitFor()
    expect(await axeViolations(page)).toEqual([])
    await drawer.getByRole('textbox').nth(1).press('Alt+ArrowUp')
    await expect.poll(() => drawer.locator('.filter-group .filter-group').getByRole('textbox').count()).toBe(2)
    await page.keyboard.press('Enter')
    await drawer.getByRole('button', { name: 'Filter', exact: true }).click()

    await expect.poll(() => chips(page).allInnerTexts()).toEqual(['(Name contains “示例” or Name contains “王”)'])
  })
})

test('columns are shown, moved and hidden by keyboard, and are there again', async () => {
  await open({}, async page => {
    await page.getByRole('button', { name: 'Columns' }).press('Enter')
    const box = page.getByRole('dialog', { name: 'Columns' })
    await box.getByRole('checkbox', { name: 'Level' }).focus()
    await press(page, 'Space', 'Alt+ArrowUp')
    await expect.poll(() => heads(page)).toEqual(['', 'Name', 'Phone', 'Company', 'Tags', 'Level', 'Last activity'])
    await box.getByRole('checkbox', { name: 'Company' }).focus()
    await press(page, 'Space', 'Escape')
    await expect.poll(() => heads(page)).toEqual(['', 'Name', 'Phone', 'Tags', 'Level', 'Last activity'])
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Columns')

    await page.keyboard.press('Control+l')
    await page.locator('input[type=password]').fill('right horse battery')
    await page.keyboard.press('Enter')
    await page.locator('[role=grid]').waitFor()
    await expect.poll(() => heads(page)).toEqual(['', 'Name', 'Phone', 'Tags', 'Level', 'Last activity'])
  })
})

test('a column that gives way in a narrow list says so where columns are chosen', async () => {
  await open({ width: 1024, height: 680 }, async page => {
    await page.getByRole('button', { name: 'Columns', exact: true }).click()
    const row = (column: string) => page.locator(`.column-row[data-column=${column}]`)
    await expect.poll(() => row('company').innerText()).toContain('in a wider list')
    expect(await row('phone').innerText()).not.toContain('wider')
    await row('level').getByRole('checkbox').check()
    await expect.poll(() => row('company').innerText()).not.toContain('wider')
    expect(await row('level').innerText()).not.toContain('wider')
  })
})

test('own fields are columns by their names, and name and check box stay while the list moves sideways', async () => {
  await open({ ownFields: true, width: 1024, height: 680 }, async page => {
    await page.getByRole('button', { name: 'Columns' }).click()
    const own = page.locator('.column-row').last().locator('input')
    const label = await page.locator('.column-row').last().innerText()
    await own.check()
    await press(page, 'Escape')
    await expect.poll(() => heads(page)).toContain(label)
    const name = page.locator('.table-body .table-row').first().locator('td[data-col=name]')
    const before = await name.boundingBox()
    await page.locator('.table-scroll').evaluate(scroller => scroller.scrollTo({ left: 200 }))
    const after = await name.boundingBox()

    expect(after?.x).toBe(before?.x)

    // the button that has the focus back shows its name outside of the page's parts
    await page.locator('[role=grid]').focus()
    expect(await axeViolations(page)).toEqual([])
  })
})

test('a view is saved, changed, put back, renamed and deleted; the address names it', async () => {
  await open({}, async page => {
    const opener = page.locator('.view-opener')
    await filterBy(page, 'phone')
    await page.locator('.rule-form select').selectOption('empty')
    await page.locator('.filter-foot .button-primary').click()
    await page.getByRole('button', { name: 'Save view as…' }).click()
    await page.locator('[data-field=name] input').fill('To call')
    await press(page, 'Enter')
    await opener.filter({ hasText: 'To call' }).waitFor()
    expect(page.url()).toMatch(/\?view=[0-9a-f-]{36}/u)

    await page.locator('th[data-col=name] .sort-button').click()
    await page.locator('.view-changes', { hasText: 'Edited' }).waitFor()
    await page.getByRole('button', { name: 'Revert' }).click()
    await page.locator('.view-changes').waitFor({ state: 'detached' })

    await opener.click()
    await page.getByRole('menuitem', { name: 'Change view…' }).click()
    await page.locator('[data-field=name] input').fill('Calls')
    await press(page, 'Enter')
    await opener.filter({ hasText: 'Calls' }).waitFor()

    await opener.click()
    await page.getByRole('menuitem', { name: 'Delete view' }).click()
    await opener.filter({ hasText: 'All' }).waitFor()
    await foot(page).filter({ hasText: '120 customers' }).waitFor()
  })
})

test('the address opens a view, and stays with it while customers are opened', async () => {
  await open({ path: '/customers?view=no-phone' }, async page => {
    await page.locator('.view-opener', { hasText: 'No phone' }).waitFor()
    await foot(page).filter({ hasText: '10 customers found' }).waitFor()
    await page.locator('.table-body .table-row').first().click()
    await page.locator('.contact-head h1').waitFor()

    await expect.poll(() => page.url()).toContain('?view=no-phone')
  })
})

test('all that the list finds are changed as one job, which offers its undo', async () => {
  await open({ customers: 700, width: 1024, height: 680 }, async page => {
    await page.locator('[role=grid]').focus()
    await press(page, 'Control+a')
    await foot(page).filter({ hasText: '100 selected' }).waitFor()
    await page.getByRole('button', { name: 'Select all 700' }).click()
    await foot(page).filter({ hasText: '700 selected' }).waitFor()
    expect(await axeViolations(page)).toEqual([])

    await page.getByRole('button', { name: 'Actions (700)' }).click()
    await page.getByRole('menuitem', { name: 'Level…' }).click()
    await page.getByRole('menuitem', { name: 'Silver' }).click()
    await page.locator('.toast', { hasText: 'customers changed' }).getByRole('button', { name: 'Undo' }).waitFor()
  })
})

test('the focus goes on to what can be done when all are selected, and to the list when nobody is', async () => {
  await open({ customers: 300 }, async page => {
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
    const role = () => page.evaluate(() => document.activeElement?.getAttribute('role'))
    await page.locator('[role=grid]').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Select all 300' }).click()
    await expect.poll(focused).toContain('Actions')
    await page.getByRole('button', { name: 'Clear selection' }).click()
    await expect.poll(role).toBe('grid')
  })
})

test('tags are given to the ticked customers by keyboard, and one Undo takes them away', async () => {
  await open({}, async page => {
    await page.locator('[role=grid]').focus()
    await press(page, 'ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown')
    await foot(page).filter({ hasText: '3 selected' }).waitFor()
    await page.getByRole('button', { name: 'Actions (3)' }).click()
    await press(page, 'Enter')
    await page.getByRole('dialog', { name: 'Tags of 3 customers' }).waitFor()
    await page.keyboard.type('New tea')
    await press(page, 'Enter')
    await page.getByRole('button', { name: 'Save tags' }).click()
    await page.locator('.undo-bar', { hasText: '3 customers tagged New tea' }).waitFor()
    await page.locator('.table-body .chip', { hasText: 'New tea' }).first().waitFor()
    await page.locator('.undo-bar').getByRole('button', { name: 'Undo' }).click()
    await page.locator('.table-body .chip', { hasText: 'New tea' }).first().waitFor({ state: 'detached' })
  })
})

test('values are changed where they stand: F2, arrows to the next column, Enter', async () => {
  await open({}, async page => {
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('checkbox', { name: 'Level' }).check()
    await press(page, 'Escape')
    await page.locator('[role=grid]').focus()
    await press(page, 'ArrowDown', 'F2')
    await page.getByRole('dialog', { name: /Tags/u }).waitFor()
    await press(page, 'ArrowRight')
    const box = page.getByRole('dialog', { name: /Level/u })
    await box.waitFor()
    expect(await axeViolations(page)).toEqual([])
    await box.getByRole('menuitemradio', { name: 'Gold' }).focus()
    await press(page, 'Enter')
    await page.locator('.undo-bar', { hasText: 'set to Gold' }).waitFor()

    await expect.poll(() => page.locator('.table-row[data-active] td[data-col=level]').innerText()).toBe('Gold')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid')
  })
})

test('Shift+Enter opens a window of its own', async () => {
  await open({}, async page => {
    await page.locator('[role=grid]').focus()
    await press(page, 'ArrowDown', 'Shift+Enter')

    await expect.poll(() => calls(page)).toContain('app.openContactWindow')
  })
})

test('a customer opened by address has the cursor deep in the list, and next goes on from there', async () => {
  await open({ customers: 3000, path: `/customers/${sampleId(2100)}` }, async page => {
    await expect.poll(() => cursorAt(page)).toBe('2101')
    await page.locator('.contact-head h1').waitFor()
    await press(page, 'Alt+PageDown')
    await expect.poll(() => cursorAt(page)).toBe('2102')
    await expect.poll(() => page.url()).toContain(sampleId(2101))
  })
})

test.each([
  ['English, light, small', { ...english, width: 1024, height: 680 }],
  ['Chinese, dark', darkChinese],
] as const)('the boxes of the list pass the accessibility rules: %s', async (_, options) => {
  await open({ ...options, ownFields: true }, async page => {
    for (const opener of [
      '.filter-button',
      '.view-opener',
      '.list-tools .icon-button',
      '.order-menu .menu-opener',
      '.list-head .menu-button button',
    ]) {
      await page.locator(opener).last().click()
      expect(await axeViolations(page)).toEqual([])
      await press(page, 'Escape')
    }
    await page.locator('th[data-col=name] .sort-button').focus()
    await press(page, 'Alt+ArrowDown')
    expect(await axeViolations(page)).toEqual([])
    await press(page, 'Enter')
    await page.locator('.rule-form').waitFor()
    expect(await axeViolations(page)).toEqual([])
  })
})
