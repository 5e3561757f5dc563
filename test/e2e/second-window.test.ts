import type { Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type OpenShop, openShop } from './open-shop.ts'
import { type Person, personAt } from './person.ts'

const names = { 'zh-CN': ['窗前明月', '举头低头'], en: ['Ada Window', 'Bea Window'] } as const

describe.each(['zh-CN', 'en'] as const)('the window of one customer, in %s', locale => {
  const [name, other] = names[locale]
  let shop: OpenShop
  beforeAll(async () => {
    shop = await openShop(locale)
    const { person } = shop
    await person.addCustomer({ name, note: 'first' })
    await person.addCustomer({ name: other })
    await person.goToCustomers()
  })
  afterAll(() => shop?.desktop.close())
  afterEach(async () => {
    for (const page of shop.desktop.pages().slice(1)) await page.close()
    await expect.poll(() => shop.desktop.pages().length).toBe(1)
  })

  /** From the list, by keys alone; answers whoever sits in front of the new window. */
  async function openWindow(of: string = name): Promise<Person> {
    const { desktop, person } = shop
    await person.find(of)
    await person.openFound(of)
    await person.page.keyboard.press('F6')
    const before = desktop.pages()
    await person.row(of).first().click()
    await person.page.keyboard.press('Shift+Enter')
    return personAt(desktop, locale, await newPage(before))
  }

  async function newPage(before: readonly Page[]): Promise<Page> {
    await expect.poll(() => shop.desktop.pages().length).toBe(before.length + 1)
    const page = shop.desktop.pages().find(one => !before.includes(one))
    if (page === undefined) throw new Error('no window opened')
    return page
  }

  const title = (at: Person, text: string) => at.page.getByRole('heading', { level: 1, name: text })

  test('Shift and Enter open it, with the customer’s name in focus and without a sidebar', async () => {
    const second = await openWindow()

    await title(second, name).waitFor()
    await expect.poll(() => title(second, name).evaluate(element => element === document.activeElement)).toBe(true)
    expect(await second.page.getByRole('navigation', { name: second.t('shell:nav.label') }).count()).toBe(0)
    expect(await second.page.evaluate(() => Object.keys(Reflect.get(window, 'crm')).toSorted())).toEqual(['call', 'on'])
  })

  test('a customer has one window: asking again brings it to the front', async () => {
    await openWindow()
    const { person, desktop } = shop
    await person.row(name).first().click()
    await person.page.keyboard.press('Shift+Enter')
    await openWindow(other)

    expect(desktop.pages()).toHaveLength(3)
  })

  test('what is edited in it is seen in the main window at once, and undone from either', async () => {
    const second = await openWindow()
    const { person } = shop
    const seen = (at: Person, text: string) => at.page.getByText(text, { exact: true }).first()
    await title(second, name).waitFor()
    await second.page.keyboard.press('Control+e')
    await second.field('note').focus()
    await second.page.keyboard.press('Control+a')
    await second.page.keyboard.insertText('second thoughts')
    await second.page.keyboard.press('Control+Enter')
    await second.page.getByRole('dialog').waitFor({ state: 'detached' })

    await seen(second, 'second thoughts').waitFor()
    await seen(person, 'second thoughts').waitFor()
    await second.page.keyboard.press('Control+z')
    await seen(person, 'first').waitFor()
    await person.page.keyboard.press('Control+y')
    await seen(second, 'second thoughts').waitFor()
  })

  test('quick find goes to another customer in the same window; the other pages come up in the main one', async () => {
    const second = await openWindow()
    const { person, desktop } = shop
    await title(second, name).waitFor()
    await second.find(other)
    await second.openFound(other)
    expect(desktop.pages()).toHaveLength(2)
    await second.page.keyboard.press('Control+,')
    await person.page
      .getByRole('heading', { name: person.t('settings:appearance.name') })
      .first()
      .waitFor()

    await title(second, other).waitFor()
    await person.goToCustomers()
  })

  test('a menu entry is carried out by the window in front, and the menu closes only a customer’s window', async () => {
    const { desktop, person } = shop
    const closing = async () => (await desktop.menu()).find(entry => entry.accelerator === 'CmdOrCtrl+W')?.isEnabled
    await person.page.keyboard.press('Shift')
    await expect.poll(closing).toBe(false)
    const second = await openWindow()
    await title(second, name).waitFor()
    await second.page.keyboard.press('Shift')
    await expect.poll(closing).toBe(true)
    // the window tells a little later which commands it has
    await expect.poll(async () => (await desktop.menu()).find(({ id }) => id === 'find')?.isEnabled).toBe(true)

    await desktop.chooseMenu('find')
    await second.page.getByRole('combobox', { name: second.t('find:title') }).waitFor()
    expect(await person.page.getByRole('dialog').count()).toBe(0)
    await second.page.keyboard.press('Escape')
    // the page may be gone before the key is up again
    await second.page.keyboard.press('Control+w').catch(() => undefined)

    await expect.poll(() => desktop.pages().length).toBe(1)
  })

  test('locking closes it at once, from whichever window', async () => {
    const { desktop, person } = shop
    await title(await openWindow(), name).waitFor()
    const second = await openWindow(other)
    await title(second, other).waitFor()

    await second.page.keyboard.press('Control+l').catch(() => undefined)

    await expect.poll(() => desktop.pages().length).toBe(1)
    await person.button('vault:lock.unlock').waitFor()
    await person.enter()
    await person.goToCustomers()
    expect(desktop.pages()).toHaveLength(1)
  })

  test('a page that falls over locks, as in the main window', async () => {
    const { desktop, person } = shop
    const second = await openWindow()
    await title(second, name).waitFor()

    await desktop.crashRenderer(second.page)

    await person.button('vault:lock.unlock').waitFor()
    await expect.poll(() => desktop.windowCount()).toBe(1)
    await person.enter()
    await person.goToCustomers()
  })

  test('the page itself opens no window, and leaves for no other address', async () => {
    const second = await openWindow()
    await title(second, name).waitFor()
    const opened = await second.page.evaluate(() => window.open('/index.html#/customers') === null)
    await second.page.evaluate(() => window.location.assign('https://elsewhere.example/'))

    await expect.poll(() => shop.desktop.windowCount()).toBe(2)
    expect(opened || shop.desktop.kind === 'stand-in').toBe(true)
    await title(second, name).waitFor()
  })
})
