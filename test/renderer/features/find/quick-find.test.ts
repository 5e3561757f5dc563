import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { axeViolations } from '../../../helpers/axe-violations.ts'
import type { FakeCrm } from '../../../helpers/fake-crm.ts'
import { type ScreenOptions, type Screens, startScreens } from '../../../helpers/screen-driver.ts'

type FakePage = typeof globalThis & { readonly fakeCrm: FakeCrm }

const outDir = mkdtempSync(join(tmpdir(), 'zhanggui-find-'))
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
  const page = await screens.open({ path: '/settings', customers: 120, ...english, ...options })
  try {
    // keys pressed before there is a screen reach nobody
    await page.locator('.shell-main h1').first().waitFor()
    await page.keyboard.press('Control+k')
    await box(page).waitFor()
    await use(page)
  } finally {
    await page.context().close()
  }
  expect(screens.complaints).toEqual([])
}

const box = (page: Page) => page.locator('.find-input')
const rows = (page: Page) => page.getByRole('option')
const chosen = (page: Page) => page.locator('[role=option][aria-selected=true]')
const title = (page: Page) => page.locator('.contact-head h1')
const nameField = (page: Page) => page.locator('[data-field=name] input')
const phoneField = (page: Page) => page.locator('[data-list=phones] [data-row-value]')
const callsOf = (page: Page) => page.evaluate(() => (globalThis as FakePage).fakeCrm.calls)
const clipboardOf = (page: Page) => page.evaluate(() => (globalThis as FakePage).fakeCrm.clipboard())

async function look(page: Page, text: string): Promise<void> {
  await box(page).fill(text)
  await expect.poll(() => page.locator('.find-results').getAttribute('data-waiting')).toBeNull()
}

test('the last digits open the customer, whose number ends in them, before those that have them elsewhere', async () => {
  await open({}, async page => {
    await look(page, '919')

    expect(await rows(page).first().innerText()).toContain('7919')
    expect(await page.locator('.find mark').first().innerText()).toBe('919')

    await page.keyboard.press('Enter')
    await title(page).filter({ hasText: '李样本' }).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  })
})

test('typed pinyin marks the characters that it stands for', async () => {
  await open({}, async page => {
    await look(page, 'liyangb')

    expect(await page.locator('.find-row-customer mark').first().innerText()).toBe('李样本')
  })
})

test('Enter waits for the answer that it outruns', async () => {
  await open({ delayMs: 120 }, async page => {
    await page.keyboard.type('7919')
    await page.keyboard.press('Enter')

    await title(page).filter({ hasText: '李样本' }).waitFor()
  })
})

test('the actions of a customer open and close by keyboard, and what was typed is there again', async () => {
  await open({}, async page => {
    await look(page, '7919')
    await page.keyboard.press('Tab')
    await rows(page).filter({ hasText: 'Move to Trash' }).waitFor()

    expect(await box(page).getAttribute('aria-label')).toBe('Actions for 李样本')
    expect(await chosen(page).innerText()).toBe('Open')

    await page.keyboard.press('Escape')
    expect(await box(page).inputValue()).toBe('7919')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type('copy')
    await page.keyboard.press('Enter')
    await expect.poll(() => clipboardOf(page)).toBe('10000007919')
    expect(await page.locator('.find').count()).toBe(0)
  })
})

test('editing and the Trash are reached from the box on every screen', async () => {
  await open({ path: '/trash' }, async page => {
    await look(page, '7919')
    await page.keyboard.press('Tab')
    await page.keyboard.type('edit')
    await page.keyboard.press('Enter')
    await nameField(page).waitFor()
    expect(await nameField(page).inputValue()).toBe('李样本')

    await page.keyboard.press('Control+k')
    await look(page, '7919')
    await page.keyboard.press('Tab')
    await page.keyboard.type('trash')
    await page.keyboard.press('Enter')
    await page.locator('.undo-bar', { hasText: '李样本' }).waitFor()
  })
})

test('a form behind the box closes when a customer is opened, and what was typed stays as a draft', async () => {
  await open({ path: '/customers' }, async page => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Shift+n')
    await nameField(page).fill('Half typed')
    await page.keyboard.press('Control+k')
    await look(page, '7919')
    await page.keyboard.press('Enter')
    await title(page).filter({ hasText: '李样本' }).waitFor()

    expect(await page.locator('.drawer').count()).toBe(0)
    await expect.poll(() => callsOf(page)).toContain('drafts.save')
  })
})

test('Shift and Enter ask for a window of its own, Control and Enter do nothing yet', async () => {
  await open({}, async page => {
    await look(page, '7919')
    await page.keyboard.press('Control+Enter')
    expect(await box(page).isVisible()).toBe(true)

    await page.keyboard.press('Shift+Enter')
    await expect.poll(() => callsOf(page)).toContain('app.openContactWindow')
    expect(page.url()).toContain('#/settings')
  })
})

test('signs narrow the search: commands, numbers, staff', async () => {
  await open({}, async page => {
    await look(page, '》')
    await rows(page).filter({ hasText: 'Lock' }).waitFor()
    await look(page, '＃M0004')
    expect(await rows(page).first().innerText()).toContain('M00040')
    await look(page, '@')
    await rows(page).filter({ hasText: '员工样本' }).click()

    await page.locator('.pane-foot', { hasText: '12 customers' }).waitFor()
    expect(page.url()).toContain('#/customers')
    expect(page.url()).not.toContain('assignee')
  })
})

test('a number goes into the phone of a new customer, by row and by key', async () => {
  await open({}, async page => {
    await look(page, '10099990000')
    expect(await page.locator('.find-more').first().innerText()).toContain('Nothing matches')
    await page.keyboard.press('Enter')
    await phoneField(page).waitFor()
    expect(await phoneField(page).inputValue()).toBe('10099990000')
    await page.keyboard.press('Control+k')
    await look(page, '新客样本')
    await page.keyboard.press('Control+Shift+n')
    await expect.poll(() => nameField(page).inputValue(), { timeout: 10_000 }).toBe('新客样本')
  })
})

test('Enter that ends a composition opens nothing, and letters under composition are pinyin', async () => {
  await open({}, async page => {
    const ime = await page.context().newCDPSession(page)
    for (const text of ['l', 'li', "li'y", "li'yang"]) {
      await ime.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    }
    await rows(page).filter({ hasText: '李样' }).first().waitFor()
    const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 }
    await ime.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter })
    expect(await box(page).isVisible()).toBe(true)
    await ime.send('Input.insertText', { text: '李样本' })
    await page.keyboard.press('Enter')

    await title(page).filter({ hasText: '李样本' }).waitFor()
  })
})

test.each([
  ['English, light, smallest window', { ...english, width: 1024, height: 680 }],
  ['Chinese, dark', darkChinese],
  ['one column', { ...english, width: 512, height: 680 }],
] as const)('the box passes the accessibility rules with results and with actions: %s', async (_, options) => {
  await open(options, async page => {
    await look(page, '示例')
    expect(await axeViolations(page)).toEqual([])
    await page.keyboard.press('Tab')
    expect(await axeViolations(page)).toEqual([])
  })
})

test('the row that makes a new customer is in sight in the smallest window', async () => {
  await open({ width: 1024, height: 680 }, async page => {
    await look(page, '示例')
    const last = await rows(page).last().boundingBox()
    const results = await page.locator('.find-results').boundingBox()

    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual((results?.y ?? 0) + (results?.height ?? 0))
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
  })
})
