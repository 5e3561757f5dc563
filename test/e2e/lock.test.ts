import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LockReason } from '../../shared/features/vault/vault.ts'
import { foundIn, heapStrings } from './heap.ts'
import { type OpenShop, openShop, shopName } from './open-shop.ts'
import { personAt } from './person.ts'

/** Values that occur nowhere else: what the window may hold while it is open, and nothing of it after. */
const secret = {
  name: '针尖麦芒',
  phone: '10087314592',
  shown: '100 8731 4592',
  note: '只喝明前翡翠毛尖',
  address: '梧桐弄九百九十七号',
  tag: '密签丁卯',
}
const card = `BEGIN:VCARD
VERSION:3.0
FN:${secret.name}
TEL;TYPE=CELL:${secret.phone}
ADR;TYPE=HOME:;;${secret.address};杭州;浙江;310000;中国
CATEGORIES:${secret.tag}
NOTE:${secret.note}
END:VCARD
`

let shop: OpenShop
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhanggui-lock-'))
  writeFileSync(join(folder, 'one.vcf'), card)
  shop = await openShop('zh-CN')
  const { person } = shop
  await person.press(person.button('contacts:empty.import'))
  await person.importFile(join(folder, 'one.vcf'))
  await person.goToCustomers()
  await person.row(secret.name).first().waitFor()
})
afterAll(async () => {
  await shop?.desktop.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A crash gives the program another page. */
const person = () => personAt(shop.desktop, 'zh-CN')

async function expectLocked(reason: LockReason): Promise<void> {
  const { page, t, button } = person()
  await button('vault:lock.unlock').waitFor()
  const [words = ''] = t(`vault:lock.since.${reason}`, { span: '|' }).split('|').toReversed()
  expect(await page.locator('.lock-head').innerText()).toContain(words)
}

describe('after a lock nothing of a customer is left', () => {
  test('in the window’s memory and page, where all of it was before', async () => {
    const { page, find, openFound, enter, goToCustomers } = person()
    await find(secret.name)
    await openFound(secret.name)
    await page.getByText(secret.note).first().waitFor()
    const needles = Object.values(secret)
    expect(foundIn(await page.content(), [secret.name, secret.shown, secret.note, secret.address, secret.tag])).toHaveLength(5)
    expect(foundIn(await heapStrings(page), needles)).toEqual(expect.arrayContaining([secret.name, secret.phone, secret.note]))

    await person().lock()
    const heap = await heapStrings(page)

    expect(heap).toContain(shopName)
    expect(foundIn(heap, needles)).toEqual([])
    expect(foundIn(await page.content(), needles)).toEqual([])
    expect(foundIn(await page.title(), needles)).toEqual([])
    expect(foundIn(page.url(), needles)).toEqual([])
    await enter()
    await goToCustomers()
  })

  test('in the clipboard, where the number was copied to', async () => {
    const { page, find, openFound, enter, lock } = person()
    await find(secret.name)
    await openFound(secret.name)
    await page.keyboard.press('Control+Shift+P')
    await expect.poll(() => shop.desktop.clipboard.read()).toContain(secret.phone)

    await lock()

    expect(await shop.desktop.clipboard.read()).toBe('')
    await enter()
  })
})

describe('what locks', () => {
  test.each([
    ['the computer goes to sleep', 'suspend', () => shop.desktop.power.suspend()],
    ['the screen is locked', 'screen-lock', () => shop.desktop.power.lockScreen()],
    ['the page falls over', 'crash', () => shop.desktop.crashRenderer()],
  ] as const)('%s: locked, and all is there after the password', async (_name, reason, happen) => {
    const before = person().page
    await happen()

    // a page that fell over is replaced
    if (reason === 'crash') await expect.poll(() => person().page !== before).toBe(true)
    await expectLocked(reason)
    await person().enter()
    await person().goToCustomers()
    await person().row(secret.name).first().waitFor()
  })

  test('the window is minimised: only where that was chosen', async () => {
    await shop.desktop.minimize()
    await person().goToCustomers()
    await person().row(secret.name).first().waitFor()

    const { page, t, press, goToSettings } = person()
    await goToSettings('security')
    await press(page.getByLabel(t('settings:security.minimise')), 'Space')
    expect(await page.getByLabel(t('settings:security.minimise')).isChecked()).toBe(true)
    await shop.desktop.secondInstance()
    await shop.desktop.minimize()

    await expectLocked('minimise')
    await person().enter()
  })

  test('nobody is there: 30 seconds before the time a bar says so, and any key calls it off', async () => {
    const { page, t, goToSettings } = person()
    await goToSettings('security')
    await page.getByLabel(t('settings:security.idle')).selectOption({ label: t('settings:security.minutes', { n: 1 }) })
    const warning = page.getByRole('region', { name: t('vault:warn.name') })

    await warning.waitFor({ timeout: 45_000 })
    expect(await warning.innerText()).toMatch(/\d/u)
    await page.keyboard.press('Shift')

    await warning.waitFor({ state: 'detached' })
    await page.getByLabel(t('settings:security.idle')).selectOption({ label: t('settings:security.minutes', { n: 60 }) })
    expect(await person().button('shell:lock').first().isVisible()).toBe(true)
  })
})
