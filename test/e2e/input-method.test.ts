import type { CDPSession } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenShop, openShop } from './open-shop.ts'

/** Real composition events, as a Chinese input method makes them. */
let shop: OpenShop
let ime: CDPSession
beforeAll(async () => {
  shop = await openShop('zh-CN')
  const { page, addCustomer } = shop.person
  await addCustomer({ name: '李四光 Lisi', phones: '10022223333', tags: '老客户' })
  ime = await page.context().newCDPSession(page)
})
afterAll(() => shop?.desktop.close())

/** Letters that the input method holds, one after another. */
async function compose(letters: string): Promise<void> {
  for (let length = 1; length <= letters.length; length++) {
    await ime.send('Input.imeSetComposition', { text: letters.slice(0, length), selectionStart: length, selectionEnd: length })
  }
}

/** A key while it composes: the program sees key code 229, as the systems send it. */
async function keyToInputMethod(key: string): Promise<void> {
  const event = { key, code: key, windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 }
  await ime.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event })
  await ime.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event })
}

/** The candidate is taken: the letters are replaced by it. */
async function commit(text: string): Promise<void> {
  await ime.send('Input.insertText', { text })
}

test('quick find searches the letters under composition, Enter takes no row, and the word is there after', async () => {
  const { page, find, t } = shop.person
  await find('')
  const box = page.getByRole('combobox', { name: t('find:title') })

  await compose("li'si")
  await page.getByRole('option').filter({ hasText: '李四光' }).first().waitFor()
  await keyToInputMethod('Enter')
  expect(await box.isVisible()).toBe(true)
  await keyToInputMethod('Escape')
  expect(await box.isVisible()).toBe(true)
  await commit('李四')

  expect(await box.inputValue()).toBe('李四')
  await page.getByRole('option').filter({ hasText: '李四光' }).first().waitFor()
  await page.keyboard.press('Enter')
  await page.locator('h1').filter({ hasText: '李四光' }).waitFor()
})

test('the list’s filter searches the letters, Enter leaves the box alone, and the word is there after', async () => {
  const { page, goToCustomers, row, t } = shop.person
  await goToCustomers()
  await page.keyboard.press('Control+F')
  const box = page.getByRole('searchbox', { name: t('contacts:list.search') })
  await expect.poll(() => box.evaluate(element => element === document.activeElement)).toBe(true)

  await compose('lisi')
  await row('李四光').first().waitFor()
  await keyToInputMethod('Enter')
  expect(await box.evaluate(element => element === document.activeElement)).toBe(true)
  await commit('李四')

  expect(await box.inputValue()).toBe('李四')
  await row('李四光').first().waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => box.inputValue()).toBe('')
})

test('in the form neither Enter nor Control and Enter saves while composing, and tags are added only afterwards', async () => {
  const { page, field, row, t } = shop.person
  await page.keyboard.press('Control+Shift+N')
  await field('name').focus()
  await compose('wangwu')
  await keyToInputMethod('Enter')
  expect(await page.getByRole('dialog').count()).toBe(1)
  await commit('王五')
  expect(await field('name').inputValue()).toBe('王五')

  await field('tags').focus()
  await compose('xinke')
  await keyToInputMethod('Enter')
  expect(await page.getByRole('button', { name: t('contacts:tags.remove', { name: 'xinke' }) }).count()).toBe(0)
  await commit('新客')
  expect(await field('tags').inputValue()).toBe('新客')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: t('contacts:tags.remove', { name: '新客' }) }).waitFor()
  expect(await field('tags').inputValue()).toBe('')

  await field('note').focus()
  await compose('beizhu')
  await commit('备注第一行')
  await page.keyboard.press('Enter')
  await compose('dierhang')
  await commit('第二行')
  expect(await field('note').inputValue()).toBe('备注第一行\n第二行')

  await page.keyboard.press('Control+Enter')
  await row('王五').first().waitFor()
})

test('Enter while composing does not send the password', async () => {
  const { person } = shop
  await person.lock()
  const box = person.page.getByLabel(person.t('vault:password'), { exact: true })
  await box.focus()

  await compose('ginkgo')
  await keyToInputMethod('Enter')

  expect(await person.page.locator('.field-error').count()).toBe(0)
  await commit('')
  await box.fill('')
  await person.enter()
})
