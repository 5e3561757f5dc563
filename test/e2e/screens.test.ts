import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations } from '../helpers/axe-violations.ts'
import type { FakeCrm } from '../helpers/fake-crm.ts'
import { type ScreenOptions, type Screens, startScreens } from '../helpers/screen-driver.ts'

const outDir = mkdtempSync(join(tmpdir(), 'zhanggui-screens-'))
let screens: Screens

beforeAll(async () => {
  screens = await startScreens(outDir)
}, 120_000)
afterAll(async () => {
  await screens.close()
  rmSync(outDir, { recursive: true })
})

type FakePage = typeof globalThis & { readonly fakeCrm: FakeCrm }

async function open(options: ScreenOptions, look: (page: Page) => Promise<void>): Promise<void> {
  const page = await screens.open(options)
  try {
    await look(page)
  } finally {
    await page.context().close()
  }
}

const english = { preferences: { locale: 'en', theme: 'light' } } as const
const dark = { preferences: { locale: 'zh-CN', theme: 'dark' } } as const
const focused = (page: Page) =>
  page.evaluate(
    () => document.activeElement?.id || document.activeElement?.getAttribute('role') || document.activeElement?.tagName,
  )
const continueFirstRun = (page: Page) => page.locator('.first-run-foot button[type=submit]').click()

async function firstRunToCode(page: Page): Promise<void> {
  await continueFirstRun(page)
  await page.locator('[data-field=shopName] input').fill('示例茶行')
  await page.locator('[data-field=ownerName] input').fill('店主样本')
  await continueFirstRun(page)
  await page.locator('[data-field=password] input').fill('four words that fit')
  await page.locator('[data-field=again] input').fill('four words that fit')
  await continueFirstRun(page)
  await page.locator('.code-group').first().waitFor()
}

async function typeGroupsBack(page: Page): Promise<void> {
  const groups = await page.locator('.code-group').allTextContents()
  for (const field of ['firstText', 'secondText']) {
    const label = await page.locator(`[data-field=${field}] label`).textContent()
    await page.locator(`[data-field=${field}] input`).fill(groups[Number(/\d/u.exec(label ?? '')?.[0]) - 1] ?? '')
  }
  await page.locator('[data-field=kept] input').check()
}

const closedScreens = [
  [{ vault: 'none' }, '.first-run'],
  [{ vault: 'locked' }, '.lock'],
  [{ vault: 'missing' }, '.lock-gone'],
] as const
const openScreens = [
  ['/customers', '[role=row]'],
  ['/customers/0199a000-0000-7000-8000-000000000003', '.pane-detail h1, .pane-detail h2'],
  ['/trash', '.shell-main h1'],
  ['/import', '.shell-main h1'],
  ['/settings', '.settings .segmented'],
  ['/settings/security', '.settings select'],
  ['/settings/shortcuts', '.shortcut-table'],
  ['/settings/about', '.about'],
  ['/nowhere', '.empty-state'],
  ['/customers/new', '[role=dialog]'],
] as const

test.each([
  ['in English and light', english],
  ['in Chinese and dark', dark],
])(
  'no screen has an accessibility violation %s',
  async (_name, look) => {
    const found: Record<string, readonly string[]> = {}
    for (const [options, sign] of closedScreens) {
      await open({ ...options, ...look, width: 1024, height: 680 }, async page => {
        await page.locator(sign).waitFor()
        found[options.vault] = await axeViolations(page)
      })
    }
    await open({ ...look, width: 1024, height: 680 }, async page => {
      for (const [path, sign] of openScreens) {
        await page.evaluate(hash => {
          window.location.hash = hash
        }, path)
        await page.locator(sign).first().waitFor()
        found[path] = await axeViolations(page)
      }
    })

    expect(Object.entries(found).filter(([, violations]) => violations.length > 0)).toEqual([])
    expect(Object.keys(found)).toHaveLength(closedScreens.length + openScreens.length)
  },
  120_000,
)

test('nothing is wider than the window at the sizes and zooms that are promised, with words 1.6 times as long', async () => {
  const sizes = [
    { width: 1440, height: 900 },
    { width: 1024, height: 680 },
    // 125 % and 200 % of the smallest window
    { width: 819, height: 544 },
    { width: 512, height: 340 },
  ]
  for (const options of [{ path: '/settings' }, { path: '/customers' }, { vault: 'locked' }, { vault: 'none' }] as const) {
    await open({ ...options, ...english, pseudo: true }, async page => {
      await page.locator('h1').first().waitFor()
      for (const size of sizes) {
        await page.setViewportSize(size)
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

        expect({ size, options, tooWide }).toEqual({ size, options, tooWide: 0 })
      }
    })
  }
}, 120_000)

test('a shop is set up by keyboard and nothing is created before the end', async () => {
  await open({ vault: 'none', ...english, width: 1280, height: 800 }, async page => {
    await firstRunToCode(page)
    expect(await page.evaluate(() => (globalThis as FakePage).fakeCrm.calls.includes('vault.create'))).toBe(false)

    await typeGroupsBack(page)
    await page.keyboard.press('Enter')
    await page.locator('.start-card').last().click()
    await page.getByRole('dialog').waitFor()

    expect(await page.locator('.shell').count()).toBe(1)
  })
}, 60_000)

test('the recovery code is covered while the window is in the background, but not on paper', async () => {
  await open({ vault: 'none' }, async page => {
    await firstRunToCode(page)
    await page.evaluate(() => {
      Object.defineProperty(document, 'hasFocus', { value: () => false })
      window.dispatchEvent(new Event('blur'))
    })

    await page.locator('.code-hidden').waitFor()
    expect(await page.locator('.first-run .code-group').count()).toBe(0)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.print-sheet .code-group').first().isVisible()).toBe(true)
    expect(await page.locator('.first-run').isVisible()).toBe(false)
  })
}, 60_000)

test('a wrong password is spoken, and the field has the focus with its text selected', async () => {
  await open({ vault: 'locked', ...english }, async page => {
    await page.locator('[data-field=password] input').waitFor()
    await page.keyboard.type('wrong one')
    await page.keyboard.press('Enter')
    await page.locator('.field-error').waitFor()
    await page.waitForFunction(() => document.getElementById('live-assertive')?.textContent === 'Wrong password, try again')
    await page.keyboard.type('right horse battery')
    await page.keyboard.press('Enter')

    await page.locator('.shell').waitFor()
  })
})

test('locking leaves nothing of the shop on the page', async () => {
  await open({ ...english, path: '/customers/0199a000-0000-7000-8000-000000000003' }, async page => {
    await page.locator('[role=row]').nth(3).waitFor()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('100')
    await page.locator('[role=option]').first().waitFor()
    await page.keyboard.press('Control+l')
    await page.locator('.lock').waitFor()

    const left = await page.evaluate(() => `${document.title}\n${document.body.innerText}`)
    expect(left).not.toMatch(/100 ?\d{4}|示例商行|小样/u)
    expect(await page.locator('.layer').count()).toBe(0)
    expect(await page.evaluate(() => document.getElementById('root')?.hasAttribute('inert'))).toBe(false)
  })
})

test('quick find opens a customer by the last digits, keyboard only', async () => {
  await open(english, async page => {
    await page.locator('[role=row]').nth(3).waitFor()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('3757')
    await page.locator('mark').first().waitFor()
    expect(await axeViolations(page)).toEqual([])
    await page.keyboard.press('Enter')

    await page.waitForURL(/customers\/0199a000-0000-7000-8000-000000000003$/u)
  })
})

test('a new customer takes what was typed in quick find, and it is not in the address', async () => {
  await open(english, async page => {
    await page.locator('[role=row]').nth(3).waitFor()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('Nobody Yet')
    await page.locator('.find-row-create').waitFor()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').locator('input[value="Nobody Yet"]').waitFor()

    expect(decodeURIComponent(page.url())).not.toContain('Nobody')
  })
})

test('Enter in the middle of a composition does not choose a result', async () => {
  await open(english, async page => {
    await page.locator('[role=row]').nth(3).waitFor()
    await page.keyboard.press('Control+k')
    await page.locator('.find-input').dispatchEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true })
    expect(await page.locator('.find').count()).toBe(1)
    await page.keyboard.press('Escape')

    expect(await page.locator('.find').count()).toBe(0)
  })
})

test('the list is one tab stop, moves by keys to row 100,000 and loads it', async () => {
  await open({ ...english, customers: 100_000 }, async page => {
    await page.locator('[role=row]').nth(3).waitFor()
    await page.locator('[role=grid]').focus()
    await page.keyboard.press('End')

    await page
      .locator('[role=row][aria-rowindex="100001"] b, [role=row][aria-rowindex="100001"] [role=gridcell]')
      .first()
      .waitFor()
    expect(await page.locator('[role=grid]').getAttribute('aria-rowcount')).toBe('100001')
    const active = await page.locator('[role=grid]').getAttribute('aria-activedescendant')
    expect(await page.locator(`[id="${active}"]`).getAttribute('aria-rowindex')).toBe('100001')
  })
}, 60_000)

test('F6 goes round the panes and a dialog gives the focus back', async () => {
  await open(english, async page => {
    await page.locator('[role=row]').nth(3).waitFor()
    const panes: (string | null | undefined)[] = []
    for (let step = 0; step < 5; step += 1) {
      await page.keyboard.press('F6')
      panes.push(await page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane')))
    }
    expect(new Set(panes)).toEqual(
      new Set(['toolbar', 'sidebar', 'list', 'detail', 'status'].filter(pane => panes.includes(pane))),
    )
    expect(panes).toEqual(expect.arrayContaining(['toolbar', 'sidebar', 'list', 'status']))

    await page.locator('[role=grid]').focus()
    await page.keyboard.press('Control+/')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')

    expect(await focused(page)).toBe('grid')
  })
})

test('moving to the Trash offers Undo, and Ctrl+Z takes it back', async () => {
  await open(english, async page => {
    await page.locator('[role=row]').nth(3).waitFor()
    await page.locator('[role=grid]').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Delete')
    await page.locator('.undo-bar').waitFor()
    expect(await axeViolations(page)).toEqual([])
    await page.keyboard.press('Control+z')
    await page.locator('.toast-ok').waitFor()

    expect(await page.locator('.undo-bar').count()).toBe(0)
    await page.getByText('318 customers').first().waitFor()
  })
})

test('the language changes at once, for the page, its tags and the title', async () => {
  await open({ path: '/settings' }, async page => {
    await page.getByRole('radio', { name: 'English' }).check()

    await page.getByRole('heading', { name: 'Appearance & language' }).waitFor()
    expect(await page.evaluate(() => [document.documentElement.lang, document.title])).toEqual(['en', 'Settings · Zhanggui'])
  })
})

test('the warning before the lock is seen and spoken, and any key calls it off', async () => {
  await open(english, async page => {
    await page.locator('[role=row]').nth(3).waitFor()
    await page.evaluate(() => (globalThis as FakePage).fakeCrm.emit('vault.lockWarning', { seconds: 30 }))
    await page.locator('.lock-warning').waitFor()
    await page.waitForFunction(() => document.getElementById('live-assertive')?.textContent?.startsWith('Locking in 30'))
    await page.keyboard.press('Shift')

    await page.locator('.lock-warning').waitFor({ state: 'detached' })
    expect(await page.evaluate(() => (globalThis as FakePage).fakeCrm.calls.includes('app.noteActivity'))).toBe(true)
  })
})

test('no page complains, about the security policy neither', () => {
  expect(screens.complaints).toEqual([])
})
