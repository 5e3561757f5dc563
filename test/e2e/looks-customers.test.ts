import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type CrowdedShop, crowdShop } from './crowded-shop.ts'
import { inspectLook } from './inspect-look.ts'
import { writeCards } from './made-cards.ts'
import { type OpenShop, openShop } from './open-shop.ts'
import type { Person } from './person.ts'

const imported = 120
const themes = { 'zh-CN': ['dark'], en: ['light'] } as const

// a look at every size with every rule takes its time
vi.setConfig({ testTimeout: 300_000 })
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhanggui-looks-'))
  writeCards(join(folder, 'cards.vcf'), imported)
  return () => rmSync(folder, { recursive: true, force: true })
})

describe.each(['zh-CN', 'en'] as const)('what is found, filtered and filled in fits in %s, at every size and zoom', locale => {
  let shop: OpenShop
  let person: Person
  let crowd: CrowdedShop
  beforeAll(async () => {
    shop = await openShop(locale)
    person = shop.person
    await goTo('/import')
    await person.importFile(join(folder, 'cards.vcf'))
    await person.page.locator('.toast').getByRole('button').last().click()
    crowd = await crowdShop(person.page)
  })
  afterAll(() => shop?.desktop.close())

  const look = (name: string, page = person.page) => inspectLook(page, `${name} ${locale}`, themes[locale])
  const goTo = (path: string) =>
    person.page.evaluate(hash => {
      window.location.hash = hash
    }, path)
  const title = (name: string) => person.page.locator('.contact-head h1').filter({ hasText: name })
  const dialog = () => person.page.getByRole('dialog')
  const escape = () => person.page.keyboard.press('Escape')
  const dismissUndo = async () => {
    const bar = person.page.locator('.undo-bar').getByRole('button', { name: person.t('undo:dismiss') })
    if (await bar.isVisible()) await bar.click()
  }

  test('the list with conditions, all columns and all ticked; nobody found', async () => {
    const { page, button, press } = person
    await goTo(`/customers?view=${crowd.viewId}`)
    await page.locator('.filter-chip').first().waitFor()
    const faults = await look('list-filtered')
    await page.getByRole('grid').focus()
    await page.keyboard.press('Control+a')
    await page.locator('.bulk-bar .link').click()
    faults.push(...(await look('list-all-ticked')))
    await press(button('contacts:bulk.clear'))
    await page.keyboard.press('Control+f')
    await page.keyboard.type('zzqxj')
    await page.locator('.pane-list .empty-state').waitFor()
    faults.push(...(await look('list-nobody-found')))
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await page.locator('.table-body .table-row').first().waitFor()

    expect(faults).toEqual([])
  })

  test('the boxes of the list: fields, a condition, groups, views, columns, a column’s menu, tags for many, a view’s name', async () => {
    const { page, button } = person
    const faults: string[] = []
    await page.locator('.filter-button').click()
    await page.locator('.target-picker').waitFor()
    faults.push(...(await look('filter-fields')))
    await page.keyboard.type(person.t('lists:field.tag'))
    await page.keyboard.press('Enter')
    await page.locator('.rule-form').waitFor()
    faults.push(...(await look('filter-condition')))
    await escape()
    await page.locator('.filter-words').last().click()
    await dialog().locator('.filter-group').first().waitFor()
    faults.push(...(await look('filter-groups')))
    await escape()
    for (const [name, opener] of [
      ['view-menu', page.locator('.view-opener')],
      ['column-box', button('lists:columns.title')],
      ['list-menu', page.locator('.list-head .menu-button button').last()],
      ['order-menu', page.locator('.order-menu .menu-opener')],
    ] as const) {
      await opener.click()
      faults.push(...(await look(name)))
      await escape()
    }
    await page.locator('th[data-col=name] .sort-button').focus()
    await page.keyboard.press('Alt+ArrowDown')
    faults.push(...(await look('column-menu')))
    await escape()
    await page.locator('.view-opener').click()
    await page.getByRole('menuitem', { name: person.t('lists:view.saveAs') }).click()
    await dialog().waitFor()
    faults.push(...(await look('view-dialog')))
    await escape()

    expect(faults).toEqual([])
  })

  test('the page and its form with the longest of everything, the page with a name only', async () => {
    const { page, button } = person
    await goTo(`/customers/${crowd.full.id}`)
    await title(crowd.full.name.slice(0, 40)).waitFor()
    await page
      .locator('.photo-button input[type=file]')
      .setInputFiles({ name: 'p.png', mimeType: 'image/png', buffer: smallPicture })
    await page.locator('.photo-button img').waitFor()
    await dismissUndo()
    const faults = await look('page-full')
    await button('contacts:link.add').click()
    await page.locator('.link-form select').selectOption('family.out')
    await page.locator('.link-form [role=combobox]').focus()
    await page.keyboard.type('1')
    await page.locator('.contact-choice').first().waitFor()
    faults.push(...(await look('page-link-picker')))
    await escape()
    await escape()
    await page.keyboard.press('Control+e')
    await person.field('name').waitFor()
    faults.push(...(await look('form-full')))
    await page.locator('[data-form-section=custom]').evaluate(one => one.scrollIntoView())
    faults.push(...(await look('form-own-fields')))
    await escape()
    await dialog().waitFor({ state: 'detached' })
    await goTo(`/customers/${crowd.bare.id}`)
    await title(crowd.bare.name).waitFor()
    faults.push(...(await look('page-bare')))

    expect(faults).toEqual([])
  })

  test('own fields and words of lists in the settings', async () => {
    const { page } = person
    await goTo('/settings/fields')
    await page.locator('.fields-table').waitFor()
    const faults = await look('settings-fields')
    await page.locator('.fields-table .link').nth(3).click()
    await dialog().waitFor()
    faults.push(...(await look('settings-field-drawer')))
    await escape()
    await dialog().waitFor({ state: 'detached' })
    await goTo('/settings/lists')
    await page.locator('.option-name').first().waitFor()
    faults.push(...(await look('settings-lists')))

    expect(faults).toEqual([])
  })

  test('quick find with long names, its actions, numbers, staff, commands, and nobody', async () => {
    const { page, find } = person
    const faults: string[] = []
    for (const [name, text] of [
      ['find-customers', crowd.full.name.slice(0, 4)],
      ['find-numbers', '#100'],
      ['find-staff', '@'],
      ['find-commands', '>'],
      ['find-nobody', 'zzqxj'],
    ] as const) {
      await find(text)
      await page.locator('.find-results:not([data-waiting])').waitFor()
      faults.push(...(await look(name)))
      if (name === 'find-customers') {
        await page.keyboard.press('Tab')
        faults.push(...(await look('find-actions')))
        await escape()
      }
      await escape()
      await escape()
      await page.locator('.find').waitFor({ state: 'detached' })
    }

    expect(faults).toEqual([])
  })

  test('the window of one customer', async () => {
    const { page, find } = person
    await find(crowd.full.name.slice(0, 6))
    await page
      .getByRole('option')
      .filter({ hasText: crowd.full.name.slice(0, 12) })
      .first()
      .waitFor()
    await page.keyboard.press('Shift+Enter')
    await expect.poll(() => shop.desktop.pages().length).toBe(2)
    const second = shop.desktop.pages()[1]
    if (second === undefined) throw new Error('the window is there')
    await second.locator('.contact-head h1').waitFor()

    expect(await look('customer-window', second)).toEqual([])
  })
})

/** Two by two pixels. */
const smallPicture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGOwWVABRAwQCgAkTgVRro6BAQAAAABJRU5ErkJggg==',
  'base64',
)
