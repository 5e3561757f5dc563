import { mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { launchDesktop } from '../e2e/launch-desktop.ts'
import { type Person, personAt } from '../e2e/person.ts'
import { demoCards } from './demo-files.ts'

/**
 * The guided demonstration for machines without a display: the real program, the real vault, real input. Prints each
 * step and saves what the screen showed then.
 */
const folder = join(import.meta.dirname, '../../out/demo')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

let shots = 0
let steps = 0

function say(text: string): void {
  steps += 1
  process.stdout.write(`${String(steps).padStart(2)}. ${text}\n`)
}

async function shoot(person: Person, name: string): Promise<void> {
  shots += 1
  const file = join(folder, `${String(shots).padStart(2, '0')}-${name}.png`)
  await person.page.setViewportSize({ width: 1440, height: 900 })
  await person.page.waitForTimeout(350)
  await person.page.screenshot({ path: file })
  process.stdout.write(`    picture: ${join('out', 'demo', basename(file))}\n`)
}

const desktop = await launchDesktop({ lang: 'zh-CN', headless: true })
try {
  await demonstrate()
  process.stdout.write(`\n${steps} steps, ${shots} pictures in out/demo\n`)
} catch (error) {
  await desktop.page.screenshot({ path: join(folder, 'stopped-here.png') })
  throw error
} finally {
  await desktop.close()
}

async function demonstrate(): Promise<void> {
  const person = personAt(desktop, 'zh-CN')
  const { page, t } = person

  say('First run: a shop, an owner, a password, a recovery code; the encrypted vault is made at the end')
  await person.createShop('示例茶叶店', '示例店主', step => shoot(person, `first-run-${step}`))

  say('An empty shop says what to do first')
  await person.goToCustomers()
  await shoot(person, 'no-customers')

  const { files, from } = demoCards()
  say(`Import of ${files.length} vCard files as phones and programs write them (${from})`)
  await page.getByRole('button', { name: t('contacts:empty.import') }).click()
  for (const [index, file] of files.entries()) {
    await person.importFile(file)
    if (index === 0) await shoot(person, 'import-report')
  }

  say('The list of everybody, by name')
  await person.goToCustomers()
  await shoot(person, 'customers')

  say('A customer of one’s own: two Chinese characters, a mobile number, a tag')
  await page.keyboard.press('Control+Shift+N')
  await person.field('name').fill('示例客户')
  await person.field('phones').fill('10012345678')
  await person.field('company').fill('示例茶叶有限公司')
  await person.field('note').fill('喜欢喝白茶，周末下午来店')
  await shoot(person, 'new-customer')
  await page.keyboard.press('Control+Enter')
  await person.row('示例客户').first().waitFor()

  say('Found by two characters, and by the last four digits')
  await person.find('客户')
  await page.getByRole('option').filter({ hasText: '示例客户' }).first().waitFor()
  await shoot(person, 'quick-find-name')
  await page.getByRole('combobox', { name: t('find:title') }).fill('5678')
  await page.getByRole('option').filter({ hasText: '示例客户' }).first().waitFor()
  await shoot(person, 'quick-find-phone')
  await person.openFound('示例客户')
  await shoot(person, 'customer-page')

  say('Edited, and taken back')
  await page.keyboard.press('Control+E')
  await person.field('company').fill('改过的公司名')
  await page.keyboard.press('Control+Enter')
  await page.locator('.contact-page').getByText('改过的公司名').first().waitFor()
  await page.getByRole('tab', { name: t('contacts:tab.timeline') }).click()
  await shoot(person, 'timeline')
  await page.keyboard.press('Control+Z')
  await page
    .getByText(t('undo:undone', { action: '' }).trim())
    .first()
    .waitFor()
  await shoot(person, 'undone')

  say('Locked: nothing of a customer is left in the window')
  await person.lock()
  await shoot(person, 'locked')

  say('A wrong password, then the right one: everything is there')
  await person.unlock('not the password')
  await page.getByText(t('failure:wrong-password')).first().waitFor()
  await shoot(person, 'wrong-password')
  await person.unlock()
  await page
    .getByRole('button', { name: t('shell:lock') })
    .first()
    .waitFor()
  await person.goToCustomers()
  await person.row('示例客户').first().waitFor()

  say('The same in English, in the dark')
  await page.keyboard.press('Control+,')
  await shoot(person, 'settings')
  await page.getByRole('radio', { name: t('settings:appearance.themes.dark'), exact: true }).check()
  await page.getByRole('radio', { name: t('common:languages.en'), exact: true }).check()
  const english = personAt(desktop, 'en')
  await english.goToCustomers()
  await shoot(english, 'customers-en-dark')
  await english.lock()
  await shoot(english, 'locked-en-dark')
}
