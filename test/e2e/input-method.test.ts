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
  await addCustomer({ name: '张伟' })
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

const valueOfFocused = () =>
  shop.person.page.evaluate(() => (document.activeElement instanceof HTMLInputElement ? document.activeElement.value : null))

/** In the box that has the focus: neither key ends anything while letters are under composition, and the word is there after. */
async function composeThenCommit(letters: string, word: string): Promise<void> {
  await compose(letters)
  for (const key of ['Enter', 'Escape']) {
    await keyToInputMethod(key)
    expect(await valueOfFocused(), key).toBe(letters)
  }
  await commit(word)
  expect(await valueOfFocused()).toBe(word)
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

  await compose("zhang'wei")
  await row('张伟').first().waitFor()
  await row('李四光').first().waitFor({ state: 'detached' })
  expect(await box.inputValue()).toBe("zhang'wei")
  for (const key of ['Enter', 'Escape']) {
    await keyToInputMethod(key)
    expect(await box.evaluate(element => element === document.activeElement)).toBe(true)
    expect(await box.inputValue()).toBe("zhang'wei")
  }
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
  await composeThenCommit("wang'wu", '王五')
  expect(await page.getByRole('dialog').count()).toBe(1)
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

test('the link picker finds by the letters, and neither Enter nor Escape takes or closes anything while composing', async () => {
  const { page, find, openFound, t, press, button } = shop.person
  await find('李四')
  await openFound('李四光')
  await press(button('contacts:link.add'))
  const form = page.getByRole('group', { name: t('contacts:link.add') })
  await form.getByLabel(t('contacts:link.role')).selectOption('family.out')
  const box = form.getByRole('combobox', { name: t('contacts:link.other') })
  await box.focus()

  await compose("zhang'wei")
  const choice = form.getByRole('option').filter({ hasText: '张伟' })
  await choice.waitFor()
  await keyToInputMethod('Enter')
  await keyToInputMethod('Escape')
  expect(await box.inputValue()).toBe("zhang'wei")
  await choice.waitFor()
  await commit('张伟')
  await choice.waitFor()
  await page.keyboard.press('Enter')
  await choice.waitFor({ state: 'detached' })
  expect(await box.inputValue()).toBe('张伟')

  await composeThenCommit("jie'jie", '姐姐')
  await page.keyboard.press('Enter')
  await page.locator('.related').getByText('姐姐').waitFor()
})

test('a tag on the page is added only by the Enter after the composition', async () => {
  const { page, t, press } = shop.person
  const chip = (name: string) => page.getByRole('button', { name: t('contacts:tags.remove', { name }) })
  await press(page.getByRole('button', { name: t('contacts:tags.add') }))

  await composeThenCommit("shu'ke", '熟客')
  expect(await chip("shu'ke").count()).toBe(0)
  await page.keyboard.press('Enter')

  await chip('熟客').waitFor()
})

test('a condition and the name of a view are taken only after the composition', async () => {
  const { page, t, press, goToCustomers } = shop.person
  const chip = page.locator('.filter-chip .filter-words')
  await goToCustomers()
  await press(page.locator('.filter-button'))
  await composeThenCommit("xing'ming", t('lists:field.name'))
  await page.keyboard.press('Enter')
  await page.locator('.rule-form input').waitFor()
  await composeThenCommit("zhang'wei", '张伟')
  expect(await chip.count()).toBe(0)
  await page.keyboard.press('Enter')
  await chip.waitFor()

  await page.getByRole('button', { name: t('lists:view.saveAs') }).press('Enter')
  await page.locator('[data-field=name] input').waitFor()
  await composeThenCommit("wo'de", '我的视图')
  expect(await page.getByRole('dialog').count()).toBe(1)
  await page.keyboard.press('Enter')
  await page.locator('.view-opener', { hasText: '我的视图' }).waitFor()
})

test('own words of the shop are added only after the composition', async () => {
  const { page, t, goToSettings } = shop.person
  await goToSettings('lists')
  await page.getByLabel(t('fields:addTo.level')).focus()
  const names = () =>
    page
      .locator('[aria-labelledby=options-level] .option-name input')
      .evaluateAll(all => all.map(one => (one as HTMLInputElement).value)) // the rows hold inputs

  await composeThenCommit("zun'xiang", '尊享')
  expect(await names()).not.toContain("zun'xiang")
  await page.keyboard.press('Enter')
  await expect.poll(names).toContain('尊享')

  await goToSettings('fields')
  await page.getByRole('button', { name: t('fields:add') }).press('Enter')
  await page.locator('[data-field=name] input').focus()
  await composeThenCommit("xi'hao", '喜好')
  expect(await page.getByRole('dialog').count()).toBe(1)
  await page.keyboard.press('Control+s')
  await page.locator('.fields-table', { hasText: '喜好' }).waitFor()
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
