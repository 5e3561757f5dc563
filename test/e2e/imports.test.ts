import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchDesktop } from './launch-desktop.ts'
import { writeCards } from './made-cards.ts'
import { type OpenShop, openShop } from './open-shop.ts'
import { personAt } from './person.ts'

const fixtures = join(import.meta.dirname, '../fixtures/vcards')
const manyCards = 20_000

let folder: string
let shop: OpenShop
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhanggui-imports-'))
  writeCards(join(folder, 'huge.vcf'), manyCards)
  shop = await openShop('en', { userData: join(folder, 'data') })
})
afterAll(async () => {
  await shop?.desktop.close()
  rmSync(folder, { recursive: true, force: true })
})

async function choose(file: string): Promise<void> {
  const { person, desktop } = shop
  const { page, t, button } = person
  await person.goToCustomers()
  await person.find(`>${t('shell:commands.import')}`)
  await page.getByRole('option', { name: t('shell:commands.import') }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: t('imports:title') }).waitFor()
  await desktop.dialogs.answerOpen([file])
  await person.press(button('imports:choose').or(button('imports:chooseAnother')).first())
}

async function expectNobody(): Promise<void> {
  const { person } = shop
  await person.goToCustomers()
  await person.page.getByText(person.t('contacts:empty.title')).first().waitFor()
}

describe('a file that is no contacts file', () => {
  const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb0043000806', 'hex')

  test.each([
    ['an empty file', 'empty.vcf', Buffer.alloc(0), 'file-empty'],
    [
      'a picture that is named like a contacts file',
      'picture.vcf',
      Buffer.concat([jpeg, Buffer.alloc(20_000, 0x9a)]),
      'file-not-vcard',
    ],
    ['a text of something else', 'text.vcf', Buffer.from('name,phone\nsample,100\n'), 'file-not-vcard'],
  ] as const)('%s: says so, and nothing is there', async (_name, name, bytes, code) => {
    const { page, t } = shop.person
    writeFileSync(join(folder, name), bytes)

    await choose(join(folder, name))

    const note = page
      .locator('main')
      .getByRole('alert')
      .filter({ hasText: t('imports:failed.title') })
    await note.waitFor()
    expect(await note.innerText()).toContain(t(`imports:failed.${code}`))
    await expectNobody()
  })

  test('one that went away between choosing and reading', async () => {
    const { page, t } = shop.person

    await choose(join(folder, 'never-there.vcf'))

    await page
      .getByText(t('imports:failed.file-missing'))
      .or(page.getByText(t('failure:file-missing')))
      .first()
      .waitFor()
  })
})

test('a file that ends in the middle of a card: what is whole is imported, the rest is named', async () => {
  const { person } = shop
  const whole = readFileSync(join(fixtures, 'iphone-30.vcf'))
  const file = join(folder, 'cut.vcf')
  writeFileSync(file, Buffer.concat([whole, Buffer.from('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:断尾\r\nTEL:100')]))

  await choose(file)

  await person.page.getByText(person.t('imports:done.title'), { exact: true }).waitFor()
  await person.press(
    person.page
      .getByRole('link', { name: person.t('imports:earlier.report') })
      .or(person.button('imports:done.undo'))
      .first(),
    'Enter',
  )
  await person.page.getByText(person.t('imports:undo.title'), { exact: true }).first().waitFor()
  await expectNobody()
})

test('a very large file shows how far it is, and cancelling leaves nothing', async () => {
  const { person } = shop
  const { page, t } = person
  await choose(join(folder, 'huge.vcf'))
  const bar = page.getByRole('progressbar', { name: t('imports:running.progress') })
  const share = async () => Number((await bar.getAttribute('aria-valuenow')) ?? 0)
  await bar.waitFor()
  await expect.poll(share, { timeout: 30_000 }).toBeGreaterThan(5)

  await person.press(person.button('imports:running.cancel'))

  await page.getByText(t('imports:cancelled.title'), { exact: true }).waitFor({ timeout: 60_000 })
  await expectNobody()
  await person.find('批量客户1')
  await page.getByText(t('find:count', { n: 0 })).waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
})

test('killed in the middle of an import: taken back after the next unlock, told, and nothing is left', async () => {
  const { page, t } = shop.person
  await choose(join(folder, 'huge.vcf'))
  const bar = page.getByRole('progressbar', { name: t('imports:running.progress') })
  await bar.waitFor()
  await expect.poll(async () => Number((await bar.getAttribute('aria-valuenow')) ?? 0), { timeout: 30_000 }).toBeGreaterThan(4)
  await shop.desktop.killMain()
  await shop.desktop.close()

  const desktop = await launchDesktop({ userData: join(folder, 'data'), lang: 'en' })
  desktop.page.context().setDefaultTimeout(15_000)
  shop = { ...shop, desktop, person: personAt(desktop, 'en') }
  await shop.person.enter()

  await shop.person.page.getByText(t('jobs:done.rollback')).first().waitFor({ timeout: 60_000 })
  await expectNobody()
})
