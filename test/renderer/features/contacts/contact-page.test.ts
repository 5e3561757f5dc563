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

const outDir = mkdtempSync(join(tmpdir(), 'zhanggui-page-'))
const english = { preferences: { locale: 'en', theme: 'light' } } as const
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

/** Opens the page of a sample customer. Its number 3 is a person with tags, number 6 an organisation, 9 has own values. */
async function open(n: number, options: ScreenOptions, use: (page: Page) => Promise<void>): Promise<void> {
  const page = await screens.open({ path: `/customers/${sampleId(n)}`, customers: 60, ...english, ...options })
  try {
    await title(page).waitFor()
    await use(page)
  } finally {
    await page.context().close()
  }
  expect(screens.complaints).toEqual([])
}

const title = (page: Page) => page.locator('.contact-head h1')
const callsOf = (page: Page) => page.evaluate(() => (globalThis as FakePage).fakeCrm.calls)
const tagsOf = (page: Page) => page.locator('.tag-chip').allInnerTexts()
const undoBar = (page: Page) => page.locator('.undo-bar')
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')

/** Saves a change of the customer as somebody else would. */
async function change(page: Page, n: number, draft: Readonly<Record<string, unknown>>): Promise<void> {
  await page.evaluate(
    async ({ id, with: changes }) => {
      const { fakeCrm } = globalThis as FakePage
      const got = await fakeCrm.call('contacts.get', { id })
      if (!got.ok) throw new Error('the sample customer is there')
      const stored = got.value as Record<string, unknown> // a customer as the contract has it
      const {
        revision,
        createdAt: _c,
        changedAt: _g,
        lastActivityAt: _l,
        trashedAt: _t,
        photo: _p,
        assigneeName: _a,
        id: _i,
        ...rest
      } = stored
      const custom = (stored['custom'] as { fieldId: string; value: string }[]).map(({ fieldId, value }) => ({ fieldId, value })) // as above
      const result = await fakeCrm.call('contacts.update', { id, revision, draft: { ...rest, custom, ...changes } })
      if (!result.ok) throw new Error(JSON.stringify(result.failure))
    },
    { id: sampleId(n), with: draft },
  )
}

const everything = {
  salutation: 'Ms',
  level: 'vip',
  stage: 'returning',
  source: 'wechat',
  memberNo: 'M00088',
  assigneeId: sampleId(1),
  preferredChannel: 'wechat',
  preference: 'after 18:00',
  pinnedNote: 'Allergic to peanuts',
} as const

test('the smallest window shows who it is without scrolling', async () => {
  await open(3, { width: 1024, height: 680 }, async page => {
    await change(page, 3, everything)
    await page.locator('.head-alert', { hasText: 'Allergic to peanuts' }).waitFor()
    const head = await page.locator('.contact-head').innerText()
    const bottom = await page.locator('.contact-head').evaluate(one => one.getBoundingClientRect().bottom)

    for (const word of ['VIP', 'Returning', 'Ms', 'M00088', 'WeChat', 'Prefers WeChat, after 18:00', '常来']) {
      expect(head).toContain(word)
    }
    expect(bottom).toBeLessThan(480)
    expect(await axeViolations(page)).toEqual([])
  })
})

test('200 characters of a name, 30 tags and long notes overlap nothing', async () => {
  await open(3, { width: 1024, height: 680 }, async page => {
    const tags = Array.from({ length: 30 }, (_, n) => `quite a long tag ${n}`)
    await change(page, 3, {
      ...everything,
      name: 'N'.repeat(200),
      tags,
      pinnedNote: 'p'.repeat(500),
      preference: 'q '.repeat(200),
    })
    await title(page).filter({ hasText: 'NNNN' }).waitFor()
    const boxes = await page
      .locator('.contact-who > *, .contact-actions, .head-alerts, .head-stats, .tag-editor')
      .evaluateAll(all =>
        all.map(one => {
          const { left, right, top, bottom } = one.getBoundingClientRect()
          return { left, right, top, bottom }
        }),
      )

    for (const [at, a] of boxes.entries()) {
      expect(a.right).toBeLessThanOrEqual(1024)
      for (const b of boxes.slice(at + 1)) {
        expect(a.right > b.left + 1 && b.right > a.left + 1 && a.bottom > b.top + 1 && b.bottom > a.top + 1).toBe(false)
      }
    }
    await page.getByRole('button', { name: '25 more' }).click()
    expect(await tagsOf(page)).toHaveLength(30)
  })
})

test('a tag is added and taken away right on the page, and each comes back with Undo', async () => {
  await open(3, {}, async page => {
    const before = await tagsOf(page)
    await page.getByRole('button', { name: 'Add tag' }).press('Enter')
    await page.keyboard.type('Oolong')
    await page.keyboard.press('Enter')
    await undoBar(page).filter({ hasText: 'Tag Oolong added' }).waitFor()
    await expect.poll(() => tagsOf(page)).toEqual([...before, 'Oolong'])
    await page.keyboard.press('Escape')
    await expect.poll(() => focused(page)).toBe('Add tag')
    await page.getByRole('button', { name: 'Remove tag Oolong' }).click()
    await expect.poll(() => tagsOf(page)).toEqual(before)
    await undoBar(page).getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => tagsOf(page)).toEqual([...before, 'Oolong'])
  })
})

test('Enter that belongs to an input method adds no tag', async () => {
  await open(3, {}, async page => {
    await page.getByRole('button', { name: 'Add tag' }).click()
    const box = page.locator('.tag-editor input')
    await box.fill('wulong')
    await box.evaluate(input =>
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, isComposing: true })),
    )

    expect(await callsOf(page)).not.toContain('contacts.bulk')
  })
})

test('every field says on focus where it comes from; the sources are asked for once', async () => {
  await open(4, {}, async page => {
    const described = () =>
      page.evaluate(
        () => document.getElementById(document.activeElement?.getAttribute('aria-describedby') ?? '')?.textContent ?? '',
      )
    expect(await callsOf(page)).not.toContain('contacts.provenance')
    await page.locator('[data-fact]').first().focus()
    await expect.poll(described).toContain('Imported from 示例通讯录.vcf, card 4')
    await page.keyboard.press('End')
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')

    expect(
      await page
        .locator('[data-fact]')
        .nth(1)
        .evaluate(one => one === document.activeElement),
    ).toBe(true)
    expect((await callsOf(page)).filter(name => name === 'contacts.provenance')).toHaveLength(1)
    expect(await page.locator('[data-fact][tabindex="0"]').count()).toBe(1)

    await change(page, 4, { memberNo: 'M1' })
    const member = page.locator('[data-fact]', { hasText: 'Member no.' })
    await member.filter({ hasText: 'M1' }).waitFor()
    await member.focus()
    await expect.poll(described).toMatch(/^Typed by 店员样本 · /)
    expect(await member.locator('.fact-source').isVisible()).toBe(true)
  })
})

test('a click beside the box for a tag reaches what it was meant for, though the box goes', async () => {
  await open(3, {}, async page => {
    await page.getByRole('button', { name: 'Add tag' }).click()
    const box = page.getByRole('combobox', { name: 'Add tag' })
    const { x, width } = (await box.boundingBox()) ?? { x: 0, width: 0 }
    expect(x + width).toBeLessThan(1440)
    await page.getByRole('button', { name: 'Add link' }).click({ delay: 200 })
    await page.getByRole('group', { name: 'Add link' }).waitFor()
    expect(await box.count()).toBe(0)
  })
})

test('a link is made by keyboard alone, opens the other customer and is taken away again', async () => {
  await open(3, {}, async page => {
    await page.getByRole('button', { name: 'Add link' }).press('Enter')
    await page.keyboard.type('示例商行')
    await page.getByRole('option', { name: /示例商行 6/ }).waitFor()
    expect(await axeViolations(page)).toEqual([])
    for (const key of ['ArrowDown', 'ArrowUp', 'Enter']) await page.keyboard.press(key)
    await page.keyboard.type('buyer')
    await page.keyboard.press('Enter')
    await undoBar(page).filter({ hasText: 'Linked with 示例商行 6' }).waitFor()
    const related = page.locator('.related')
    expect(await related.innerText()).toMatch(/Works at\s*示例商行 6\s*buyer/)

    await related.getByRole('button', { name: '示例商行 6', exact: true }).press('Enter')
    await title(page).filter({ hasText: '示例商行 6' }).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await related.filter({ hasText: 'Employees' }).waitFor()
    await related.getByRole('button', { name: /^Remove link with/ }).click()
    await related.filter({ hasText: 'No related customers' }).waitFor()
    await page.keyboard.press('Control+z')
    await related.filter({ hasText: 'Employees' }).waitFor()
  })
})

test('a chosen picture becomes a square, can be removed, and what is no picture is refused', async () => {
  await open(3, {}, async page => {
    const png = await page.evaluate(async () => {
      const canvas = new OffscreenCanvas(900, 600)
      canvas.getContext('2d')?.fillRect(0, 0, 900, 600)
      return Array.from(new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer()))
    })
    const chooser = page.locator('.photo-button input[type=file]')
    await chooser.setInputFiles({ name: 'p.png', mimeType: 'image/png', buffer: Buffer.from(png) })
    const picture = page.locator('.photo-button img')
    await picture.waitFor()
    const shown = await picture.evaluate(async one => {
      const image = one as HTMLImageElement // the locator finds img elements
      await image.decode()
      return { address: image.src.slice(0, 5), width: image.naturalWidth, height: image.naturalHeight }
    })

    expect(shown).toEqual({ address: 'blob:', width: 512, height: 512 })

    await chooser.setInputFiles({ name: 'p.png', mimeType: 'image/png', buffer: Buffer.from('no picture') })
    await page.getByText('This picture cannot be used').first().waitFor()
    await page.getByRole('button', { name: /^Photo of/ }).press('Enter')
    await page.getByRole('menuitem', { name: 'Remove photo' }).press('Enter')
    await picture.waitFor({ state: 'detached' })
    await undoBar(page).getByRole('button', { name: 'Undo' }).click()
    await picture.waitFor()
  })
})

test('Edit of a section opens the form at its first field', async () => {
  await open(9, { ownFields: true }, async page => {
    const focusedField = () => page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field'))
    for (const [section, field] of [
      ['Membership', 'level'],
      ['Communication', 'language'],
      ['Note', 'note'],
      ['Custom fields', `custom.${sampleId(8_000_000)}`],
    ]) {
      await page.getByRole('button', { name: `Edit: ${section}` }).click()
      await expect.poll(focusedField).toBe(field)
      await page.keyboard.press('Escape')
      await page.locator('.contact-form').waitFor({ state: 'detached' })
    }
  })
})

test('own fields are refused with a message at the field and above, and saved as numbers of any width', async () => {
  await open(9, { ownFields: true }, async page => {
    const number = page.locator(`[data-field="custom.${sampleId(8_000_001)}"]`)
    await page.keyboard.press('Control+e')
    await number.locator('input').fill('about three')
    await page.locator('[data-field=name] input').press('Control+s')
    await page.locator('.error-summary', { hasText: 'Enter a number' }).waitFor()
    expect(await number.locator('.field-error').innerText()).toContain('Enter a number')
    expect(await number.locator('input').evaluate(one => one === document.activeElement)).toBe(true)
    expect(await axeViolations(page)).toEqual([])

    await number.locator('input').fill('１，２００．５')
    await page.keyboard.press('Control+Enter')
    await page.locator('[data-fact]', { hasText: '1200.5' }).waitFor()
  })
})

test('a customer counts as opened once the page has stayed, not while others come by', async () => {
  await open(3, {}, async page => {
    const opened = async () => (await callsOf(page)).filter(name => name === 'contacts.noteOpened').length
    await expect.poll(opened).toBe(1)
    await page.locator('.table-body .table-row').first().click()
    for (let n = 0; n < 4; n += 1) {
      await page.keyboard.press('Alt+PageDown')
      await page.waitForTimeout(120)
    }
    await expect.poll(opened, { timeout: 4000 }).toBe(2)
  })
})

test('tabs turn by Ctrl and Tab, and the links stand beside or below as there is room', async () => {
  await open(3, { width: 1440, height: 900 }, async page => {
    expect(await page.locator('.contact-side .related').count()).toBe(1)
    await page.keyboard.press('Control+Tab')
    await page.locator('[role=tab][aria-selected=true]', { hasText: 'Timeline' }).waitFor()
    await page.setViewportSize({ width: 1024, height: 680 })
    await page.locator('.contact-side').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+Tab')
    await page.locator('.tab-panel .related').waitFor()
  })
})

test.each([
  ['Chinese, dark', { preferences: { locale: 'zh-CN', theme: 'dark' } }],
  ['twice as large', { width: 1024, height: 680, zoom: 2 }],
] as const)('page and form with everything filled in pass the accessibility rules: %s', async (_, options) => {
  await open(9, { ownFields: true, ...options }, async page => {
    await change(page, 9, everything)
    await page.locator('.head-alert').first().waitFor()
    expect(await axeViolations(page)).toEqual([])
    await page.keyboard.press('Control+e')
    await page.locator('.contact-form').waitFor()
    expect(await axeViolations(page)).toEqual([])
  })
})
