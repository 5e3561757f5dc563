import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenShop } from './open-shop.ts'
import { openShop, shopName } from './open-shop.ts'
import { personAt, personPassword } from './person.ts'

const cards = join(import.meta.dirname, '../fixtures/vcards/iphone-30.vcf')
const customer = '欧阳若兰'

describe.each(['zh-CN', 'en'] as const)('a working day in %s, by keyboard alone', locale => {
  let shop: OpenShop
  beforeAll(async () => {
    shop = await openShop(locale)
  })
  afterAll(() => shop?.desktop.close())

  test('a phone’s contacts are imported, and the report counts them', async () => {
    const { person } = shop

    await person.press(person.button('contacts:empty.import'))
    await person.importFile(cards)

    await person.goToCustomers()
    await person.row(customer).first().waitFor()
    await person.page
      .getByText(person.t('contacts:count.all', { n: 2 }), { exact: true })
      .first()
      .waitFor()
  })

  test.each(['兰', '若兰', '5678', '兰姐', 'ruolan_tea'])('quick find knows the customer by %s', async typed => {
    const { person } = shop

    await person.find(typed)
    await person.openFound(customer)
  })

  test('Enter right after the last key opens who was typed, not who stood there before', async () => {
    const { person } = shop

    for (const [typed, name] of [
      ['4001', '青山茶行'],
      ['5678', customer],
      ['4001', '青山茶行'],
      ['若兰', customer],
    ] as const) {
      await person.find(typed)
      await person.page.keyboard.press('Enter')
      await person.page.locator('h1').filter({ hasText: name }).waitFor()
    }
  })

  test('an edit is there, undone, done again', async () => {
    const { person } = shop
    const work = person.page.locator('.contact-work')
    expect(await work.innerText()).toContain('青山茶行')

    await person.page.keyboard.press('Control+E')
    await person.field('company').focus()
    await person.page.keyboard.press('Control+A')
    await person.page.keyboard.insertText('绿水茶行')
    await person.page.keyboard.press('Control+Enter')
    await person.page.getByRole('dialog').waitFor({ state: 'detached' })
    await work.filter({ hasText: '绿水茶行' }).waitFor()

    await person.page.keyboard.press('Control+Z')
    await work.filter({ hasText: '青山茶行' }).waitFor()

    await person.page.keyboard.press('Control+Y')
    await work.filter({ hasText: '绿水茶行' }).waitFor()
  })

  test('the timeline of the customer tells each of these', async () => {
    const { person } = shop

    await person.press(person.page.getByRole('tab').first(), 'ArrowRight')

    const entries = person.page.getByRole('tabpanel')
    const edit = person.t('contacts:act.contact-edit')
    const undo = person.t('contacts:act.undo', { action: edit })
    await entries.getByText(undo).first().waitFor()
    await entries
      .getByText(person.t('contacts:act.redo', { action: '' }).trim())
      .first()
      .waitFor()
    await entries.getByText('绿水茶行').first().waitFor()
  })

  test('a customer goes to the Trash and comes back', async () => {
    const { person } = shop
    await person.goToCustomers()
    await person.find('若兰')
    await person.openFound(customer)

    await person.page.keyboard.press('Delete')
    // at once: the answer must not call her back to the list
    await person.page.keyboard.press('Control+2')
    await person.row(customer).first().waitFor()
    await person.press(person.page.getByRole('button', { name: person.t('trash:putBackOf', { name: customer }) }))
    await person.page.getByText(person.t('trash:empty.title')).waitFor()

    await person.goToCustomers()
    await person.row(customer).first().waitFor()
  })

  test('after lock and unlock all is there', async () => {
    const { person } = shop

    await person.lock()
    expect(await person.page.locator('body').innerText()).not.toContain(customer)
    await person.enter()
    await person.goToCustomers()
    await person.find('5678')
    await person.openFound(customer)

    await person.page.locator('.contact-work').filter({ hasText: '绿水茶行' }).waitFor()
  })

  test('the recovery code sets a new password, and the old one opens nothing', async () => {
    const { person, recoveryCode } = shop
    const { page, t } = person
    const newPassword = 'harbour-sesame-83'
    await person.lock()

    await person.press(person.button('vault:lock.forgot'))
    await page.getByLabel(t('vault:recover.code'), { exact: true }).fill(recoveryCode.toLowerCase().replaceAll('-', ' '))
    await page.getByLabel(t('vault:recover.newPassword'), { exact: true }).fill(newPassword)
    await page.getByLabel(t('vault:again'), { exact: true }).fill(newPassword)
    await page.keyboard.press('Enter')
    await page.getByText(t('vault:recover.done')).first().waitFor()

    await person.lock()
    await person.failToUnlock(personPassword)
    await person.enter(newPassword)
    await person.goToCustomers()
    await person.row(customer).first().waitFor()
  })

  test.runIf(locale === 'zh-CN')(
    'after too many wrong passwords there is a wait that counts down, and then the right one opens',
    async () => {
      const { person } = shop
      const { page, t } = person
      await person.lock()
      const countdown = new RegExp(t('vault:lock.wait', { seconds: 0 }).replace('0', String.raw`(\d+)`), 'u')
      const waiting = page.getByRole('button', { name: countdown })
      const seconds = async () => Number(countdown.exec(await waiting.innerText())?.[1])

      for (let tries = 0; tries < 5; tries++) {
        await person.button('vault:lock.unlock').waitFor()
        await person.failToUnlock('not the password')
      }
      await waiting.waitFor()
      const first = await seconds()
      await person.unlock('harbour-sesame-83')
      expect(await person.button('shell:lock').count()).toBe(0)
      await expect.poll(seconds).toBeLessThan(first)
      await person.button('vault:lock.unlock').waitFor()

      await person.enter('harbour-sesame-83')
    },
  )
})

describe('how the program looks is changed while it runs', () => {
  let shop: OpenShop
  beforeAll(async () => {
    shop = await openShop('zh-CN')
  })
  afterAll(() => shop?.desktop.close())

  test('another language is on every word at once, on the menu, and on the lock screen', async () => {
    const { desktop, person } = shop
    const english = personAt(desktop, 'en')
    await person.page.keyboard.press('Control+,')

    await person.press(person.page.getByRole('radio', { name: person.t('common:languages.zh-CN'), exact: true }), 'ArrowRight')

    await english.page
      .getByRole('heading', { name: english.t('settings:title') })
      .first()
      .waitFor()
    expect(await english.page.locator('html').getAttribute('lang')).toBe('en')
    const words = (await english.page.locator('header, nav, main, footer').allInnerTexts()).join(' ')
    expect(words).not.toMatch(/设置|客户|回收站/u)
    expect((await desktop.menu()).map(({ path }) => path.replaceAll('&', ''))).toContain('File > Lock')
    await english.lock()
    await english.page.getByRole('heading', { name: shopName }).waitFor()
    await english.enter()
  })

  test('the theme goes dark and light again at once', async () => {
    const english = personAt(shop.desktop, 'en')
    await english.page.keyboard.press('Control+,')
    const ground = () => english.page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const choose = (key: string) =>
      english.press(english.page.getByRole('radio', { name: english.t('settings:appearance.themes.system'), exact: true }), key)
    const bright = await ground()

    await choose('ArrowLeft')
    await expect.poll(ground).not.toBe(bright)
    const theme = english.page.getByRole('radio', { name: english.t('settings:appearance.themes.dark'), exact: true })
    expect(await theme.isChecked()).toBe(true)
    await english.page.keyboard.press('ArrowLeft')
    await expect.poll(ground).toBe(bright)
  })

  test.each([
    ['Control+Minus', 80],
    ['Control+Equal', 200],
  ])('%s goes to %i % and no further, and the page never scrolls sideways', async (keys, end) => {
    const english = personAt(shop.desktop, 'en')
    await english.goToCustomers()
    await english.page.keyboard.press('Control+0')
    const percent = (zoom: number) => english.page.getByText(`${zoom}%`, { exact: true }).first()
    await percent(100).waitFor()

    for (let presses = 0; presses < 12; presses++) {
      await english.page.keyboard.press(keys)
      await english.page.waitForTimeout(60)
      const tooWide = await english.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(tooWide).toBeLessThanOrEqual(0)
    }

    await percent(end).waitFor()
    await english.page.keyboard.press('Control+0')
    await percent(100).waitFor()
  })
})
