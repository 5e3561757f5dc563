import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeCards } from './made-cards.ts'
import { type OpenShop, openShop, ownerName } from './open-shop.ts'
import type { Person } from './person.ts'

const name = '柳如烟'
const phone = '10087654321'
const other = '柳青山'
const own = { field: '口味', first: '清淡', second: '浓郁' } as const
const imported = 130

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhanggui-page-'))
  writeCards(join(folder, 'cards.vcf'), imported)
  return () => rmSync(folder, { recursive: true, force: true })
})

describe.each(['zh-CN', 'en'] as const)('the page of a customer by keyboard, in %s', locale => {
  let shop: OpenShop
  let person: Person
  beforeAll(async () => {
    shop = await openShop(locale)
    person = shop.person
    await person.page.setViewportSize({ width: 1024, height: 680 })
  })
  afterAll(() => shop?.desktop.close())

  const control = (field: string) => person.page.locator(`[data-field="${field}"]`).locator('select').first()
  const facts = () => person.page.locator('[data-fact]')
  const undoBar = (words: string) => person.page.locator('.undo-bar', { hasText: words })
  const found = (n: number) => person.page.locator('.pane-foot', { hasText: person.t('contacts:count.match', { n }) }).waitFor()
  const openHer = async () => {
    await person.find('4321')
    await person.openFound(name)
  }

  /** A word of a list, by its place after “none”, with the arrow keys. */
  async function choose(select: Locator, place: number): Promise<void> {
    await person.press(select, 'ArrowDown')
    for (let at = 1; at < place; at++) await person.page.keyboard.press('ArrowDown')
  }

  async function isSeen(text: string): Promise<boolean> {
    const words = person.page.locator('.contact-head').getByText(text).first()
    await words.waitFor()
    return words.evaluate(element => {
      const { left, top, width, height } = element.getBoundingClientRect()
      const isInWindow = left >= 0 && top >= 0 && left + width <= innerWidth + 1 && top + height <= innerHeight
      const hit = document.elementFromPoint(left + width / 2, top + height / 2)
      return isInWindow && hit !== null && (element.contains(hit) || hit.contains(element))
    })
  }

  test('opened by the last digits, the smallest window says who she is without scrolling', async () => {
    const { page, t, addCustomer, field } = person
    await addCustomer({ name: other, phones: '10011112222' })
    await page.keyboard.press('Control+Shift+N')
    for (const [key, value] of Object.entries({
      name,
      phones: phone,
      preference: '下午来',
      pinnedNote: '对花生过敏',
      tags: '老客户',
    })) {
      await field(key).focus()
      await page.keyboard.insertText(value)
    }
    await page.keyboard.press('Enter')
    await choose(control('level'), 4)
    await choose(control('assigneeId'), 1)
    await page.keyboard.press('Control+Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    await person.goToCustomers()
    await openHer()

    const words = [name, t('fields:level.vip'), '100 8765 4321', '老客户', '对花生过敏', '下午来', ownerName]
    const seen = await Promise.all(words.map(async one => ({ one, isSeen: await isSeen(one) })))
    expect(seen.filter(({ isSeen: isThere }) => !isThere)).toEqual([])
    expect(await page.evaluate(() => document.querySelector('.contact-head')?.closest('[data-pane]')?.scrollTop)).toBe(0)
  })

  test('F6 goes through the parts of the window and comes round; within the page Tab goes from part to part', async () => {
    const { page } = person
    const pane = () => page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane'))
    const first = await pane()
    const seen = [first]
    do {
      await page.keyboard.press('F6')
      seen.push(await pane())
    } while (seen.at(-1) !== first && seen.length < 10)
    expect(first).toBe('detail')
    expect(new Set(seen)).toEqual(new Set(['toolbar', 'sidebar', 'detail', 'status', ...seen.filter(one => one === 'list')]))

    await page.locator('.contact-head h1').focus()
    for (const part of ['.contact-actions', '.tag-editor', '[role=tab]', '[role=tabpanel]', '[data-fact]', '.related'])
      await person.press(
        page
          .locator(part)
          .locator('button, a')
          .or(page.locator(`${part}[tabindex="0"]`))
          .first(),
        'Shift',
      )
  })

  test('each fact says on focus where it comes from', async () => {
    const { page, t } = person
    await person.press(facts().first(), 'Shift')
    const described = () =>
      page.evaluate(() => document.getElementById(document.activeElement?.getAttribute('aria-describedby') ?? '')?.textContent)
    await expect.poll(described).toContain(t('contacts:source.typed', { staff: ownerName }))
    await page.keyboard.press('End')
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    expect(
      await facts()
        .nth(1)
        .evaluate(element => element === document.activeElement),
    ).toBe(true)
  })

  test('a tag, a link and a photo are put on her, each told by the page', async () => {
    const { page, t, press, button } = person
    await press(button('contacts:tags.add'))
    await page.keyboard.insertText('乌龙')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: t('contacts:tags.remove', { name: '乌龙' }) }).waitFor()
    await page.keyboard.press('Escape')

    await press(button('contacts:link.add'))
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await page.keyboard.type('2222')
    await page.getByRole('option').filter({ hasText: other }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.insertText('妹妹')
    await page.keyboard.press('Enter')
    const group = page.locator('.related').getByRole('group', { name: t('contacts:link.family.out') })
    await group.getByText('妹妹').waitFor()
    await group.getByRole('button', { name: other, exact: true }).waitFor()

    await page.locator('.photo-button input[type=file]').setInputFiles({
      name: 'portrait.png',
      mimeType: 'image/png',
      buffer: Buffer.from(await page.evaluate(drawPicture)),
    })
    await page.getByRole('button', { name: t('contacts:photo.of', { name }) }).waitFor()
    await expectPhoto()
  })

  test('an own field is made in the settings and filled in the form', async () => {
    const { page, t, press, button, goToSettings } = person
    await goToSettings('fields')
    await press(button('fields:add'))
    await page.locator('[data-field=name] input').waitFor()
    await page.keyboard.insertText(own.field)
    await page.keyboard.press('Tab')
    for (let place = 0; place < 3; place++) await page.keyboard.press('ArrowDown')
    for (const choice of [own.first, own.second]) {
      await press(button('fields:form.addChoice'))
      await page.keyboard.insertText(choice)
    }
    await page.keyboard.press('Control+s')
    await page.locator('.fields-table', { hasText: own.field }).waitFor()

    await person.goToCustomers()
    for (const [digits, customer, place] of [
      ['4321', name, 1],
      ['2222', other, 2],
    ] as const) {
      await person.find(digits)
      await person.openFound(customer)
      await page.keyboard.press('Control+e')
      await choose(page.getByRole('dialog').getByLabel(own.field), place)
      await page.keyboard.press('Control+Enter')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.locator('[data-fact]', { hasText: [own.first, own.second][place - 1] ?? '' }).waitFor()
    }
    expect(await page.getByText(t('contacts:section.custom')).count()).toBe(1)
  })

  test('the own field is a column and a condition, both are kept in a view, and all is there after locking', async () => {
    const { page, t, press, button, row } = person
    await person.goToCustomers()
    await press(button('lists:columns.title'))
    const column = page.getByRole('dialog', { name: t('lists:columns.title') }).getByRole('checkbox', { name: own.field })
    if (!(await column.isChecked())) await press(column, 'Space')
    await page.keyboard.press('Escape')
    await page.getByRole('columnheader', { name: own.field }).waitFor()

    await press(page.locator('.filter-button'))
    await page.keyboard.insertText(own.field)
    await page.keyboard.press('Enter')
    await press(page.getByRole('checkbox', { name: own.first }), 'Space')
    await press(page.locator('.filter-foot').getByRole('button', { name: t('lists:filter.apply') }))
    await found(1)
    await row(name).filter({ hasText: own.first }).waitFor()
    await press(button('lists:view.saveAs'))
    await page.locator('[data-field=name] input').waitFor()
    await page.keyboard.insertText('喝清淡的')
    await page.keyboard.press('Enter')
    const view = page.locator('.view-opener')
    await view.filter({ hasText: '喝清淡的' }).waitFor()

    await person.lock()
    await person.enter()
    await person.goToCustomers()
    await press(view)
    await page.getByRole('menuitemradio', { name: '喝清淡的' }).press('Enter')
    await found(1)
    await row(name).filter({ hasText: own.first }).waitFor()
    await openHer()
    await page.getByRole('button', { name: t('contacts:tags.remove', { name: '乌龙' }) }).waitFor()
    await page.locator('.related').getByText('妹妹').waitFor()
    await expectPhoto()
  })

  test('all that a condition finds get a tag as one act, which is undone and done again', async () => {
    const { page, t, press, button } = person
    await person.find(`>${t('shell:commands.import')}`)
    await page.getByRole('option', { name: t('shell:commands.import') }).waitFor()
    await page.keyboard.press('Enter')
    await person.importFile(join(folder, 'cards.vcf'))
    await person.goToCustomers()
    await press(button('common:clearFilters'))
    await page.keyboard.press('Control+f')
    await page.keyboard.insertText('批量客户')
    await found(imported)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+a')
    await press(page.getByRole('button', { name: t('lists:select.all', { n: imported }) }))
    await page.locator('.bulk-count', { hasText: t('contacts:bulk.selected', { n: imported }) }).waitFor()

    await press(page.getByRole('button', { name: t('lists:bulk.actions', { n: imported }) }))
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: t('lists:tags.title', { n: imported }) }).waitFor()
    await press(page.getByRole('textbox', { name: t('lists:check.find') }), 'Shift')
    await page.keyboard.insertText('群发')
    await page.keyboard.press('Enter')
    await press(button('lists:tags.save'))
    await undoBar(t('lists:done.tagged', { n: imported, tags: '群发' })).waitFor()
    const tagged = page.locator('.table-body .chip', { hasText: '群发' })
    await tagged.first().waitFor()

    await page.keyboard.press('Control+z')
    await tagged.first().waitFor({ state: 'detached' })
    await page.keyboard.press('Control+y')
    await tagged.first().waitFor()
  })

  async function expectPhoto(): Promise<void> {
    const picture = person.page.locator('.photo-button img')
    await picture.waitFor()
    expect(await picture.evaluate(sizeOfPicture)).toEqual({ width: 512, height: 512 })
  }
})

async function sizeOfPicture(element: Element): Promise<{ width: number; height: number }> {
  const picture = element as HTMLImageElement // the locator finds img elements
  await picture.decode()
  return { width: picture.naturalWidth, height: picture.naturalHeight }
}

/** Runs in the page: the bytes of a picture. */
async function drawPicture(): Promise<number[]> {
  const canvas = new OffscreenCanvas(900, 600)
  const brush = canvas.getContext('2d')
  if (brush !== null) brush.fillStyle = '#3a7'
  brush?.fillRect(0, 0, 900, 600)
  return Array.from(new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer()))
}
