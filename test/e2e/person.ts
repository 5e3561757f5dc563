import { basename } from 'node:path'
import type { Locator, Page } from 'playwright'
import type { Locale } from '../../shared/features/app/app-state.ts'
import { recoveryGroupCount } from '../../shared/features/vault/vault.ts'
import type { Desktop } from '../desktop/desktop.ts'
import { wordsOf } from './words.ts'

export const personPassword = 'ginkgo-lantern-47'

/** Somebody at the keyboard: what she does in the program, by the words on the screen. */
export interface Person {
  readonly page: Page
  readonly t: ReturnType<typeof wordsOf>
  readonly button: (key: string) => Locator
  /** Reaches it with Tab, as somebody without a mouse does, and presses the key; fails when Tab never gets there. */
  readonly press: (target: Locator, key?: string) => Promise<void>
  readonly chooseLanguage: () => Promise<void>
  /** The whole first run, by keyboard; answers the recovery code. `onStep` is called while each step is on the screen. */
  readonly createShop: (shop: string, owner: string, onStep?: (step: string) => Promise<void>) => Promise<string>
  readonly goToCustomers: () => Promise<void>
  readonly goToSettings: (section: 'appearance' | 'fields' | 'lists' | 'security' | 'shortcuts' | 'about') => Promise<void>
  readonly find: (text: string) => Promise<void>
  readonly openFound: (name: string) => Promise<void>
  readonly importFile: (path: string) => Promise<void>
  readonly lock: () => Promise<void>
  readonly unlock: (password?: string) => Promise<void>
  /** Tries a password that is refused, and waits until it is said so. */
  readonly failToUnlock: (password: string) => Promise<void>
  /** Unlocks and waits until the program is there. */
  readonly enter: (password?: string) => Promise<void>
  /** A new customer: each field gets its text, and the form is saved and closed. */
  readonly addCustomer: (values: Readonly<Record<string, string>>) => Promise<void>
  /** The first text field of that name in the form that is open. */
  readonly field: (name: string) => Locator
  /** Rows of the list that is on the screen. */
  readonly row: (name: string) => Locator
}

/** At the main window, unless another page of the program is named. */
export function personAt(desktop: Desktop, locale: Locale, page: Page = desktop.page): Person {
  const t = wordsOf(locale)
  const button = (key: string): Locator => page.getByRole('button', { name: t(key), exact: true })
  /** By what is seen: a step's heading is spoken in other words. */
  const heading = (text: string): Locator => page.locator('h1, h2, h3').filter({ hasText: text }).first()

  const field = (name: string): Locator =>
    page.locator(`[data-field="${name}"]`).locator('input[type="text"], input:not([type]), input[type="tel"], textarea').first()
  const press: Person['press'] = async (target, key = 'Enter') => {
    await tabTo(page, target)
    await page.keyboard.press(key)
  }
  const unlock: Person['unlock'] = async (password = personPassword) => {
    await page.getByLabel(t('vault:password'), { exact: true }).fill(password)
    await page.keyboard.press('Enter')
  }

  const chooseLanguage = async (): Promise<void> => {
    await page
      .getByText(t(`common:languages.${locale}`), { exact: true })
      .first()
      .click()
    await heading(t('vault:first.start.heading')).waitFor()
  }

  const createShop: Person['createShop'] = async (shop, owner, onStep = () => Promise.resolve()) => {
    await heading(t('vault:first.start.heading')).waitFor()
    await onStep('start')
    await page.keyboard.press('Enter')
    await heading(t('vault:first.shop.heading')).waitFor()
    await page.getByLabel(t('vault:shopName')).fill(shop)
    await page.getByLabel(t('vault:first.shop.owner')).fill(owner)
    await page.keyboard.press('Enter')
    await heading(t('vault:first.password.heading')).waitFor()
    await page.getByLabel(t('vault:password'), { exact: true }).fill(personPassword)
    await page.getByLabel(t('vault:again'), { exact: true }).fill(personPassword)
    await onStep('password')
    await page.keyboard.press('Enter')
    await heading(t('vault:first.code.heading')).waitFor()
    const groups = (await page.locator('.code-group').allInnerTexts()).slice(0, recoveryGroupCount)
    await typeBack(page, groups)
    await onStep('code')
    await page.getByRole('checkbox', { name: t('vault:first.code.kept') }).check()
    await page.keyboard.press('Enter')
    await heading(t('vault:first.done.heading', { shop })).waitFor({ timeout: 30_000 })
    await onStep('done')
    await press(button('vault:first.done.look'))
    return groups.join('-')
  }

  return {
    page,
    t,
    button,
    press,
    chooseLanguage,
    createShop,
    goToCustomers: async () => {
      await page.keyboard.press('Control+1')
      await heading(t('contacts:title')).waitFor()
    },
    goToSettings: async section => {
      await page.keyboard.press('Control+,')
      await press(page.getByRole('link', { name: t(`settings:${section}.name`), exact: true }))
      await heading(t(`settings:${section}.name`)).waitFor()
    },
    find: async text => {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: t('find:title') }).fill(text)
    },
    openFound: async name => {
      await page.getByRole('option').filter({ hasText: name }).first().waitFor()
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await heading(name).waitFor()
    },
    importFile: async path => {
      await desktop.dialogs.answerOpen([path])
      await press(button('imports:choose').or(button('imports:chooseAnother')).first())
      const done = page.locator('.import-done').filter({ hasText: basename(path) })
      await done.getByText(t('imports:done.title'), { exact: true }).waitFor({ timeout: 60_000 })
    },
    lock: async () => {
      await page.keyboard.press('Control+l')
      await button('vault:lock.unlock').waitFor()
    },
    unlock,
    failToUnlock: async password => {
      await unlock(password)
      await page
        .locator('.field-error')
        .filter({ hasText: t('failure:wrong-password') })
        .waitFor()
    },
    enter: async password => {
      await unlock(password)
      await button('shell:lock').first().waitFor()
    },
    addCustomer: async values => {
      await page.keyboard.press('Control+Shift+N')
      for (const [name, value] of Object.entries(values)) {
        await field(name).focus()
        await page.keyboard.insertText(value)
        if (name === 'tags') await page.keyboard.press('Enter')
      }
      await page.keyboard.press('Control+Enter')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    },
    field,
    row: name => page.getByRole('row').filter({ hasText: name }),
  }
}

/** The two fields ask for groups by number; the label ends with it. */
async function typeBack(page: Page, groups: readonly string[]): Promise<void> {
  for (const field of await page.locator('.type-back input').all()) {
    const label = await field.evaluate(input => (input as HTMLInputElement).labels?.[0]?.textContent ?? '')
    const number = Number(/\d+/.exec(label)?.[0] ?? 0)
    await field.fill(groups[number - 1] ?? '')
  }
}

const mostTabs = 120

async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let tabs = 0; tabs < mostTabs; tabs++) {
    if (await target.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab never gets there')
}
