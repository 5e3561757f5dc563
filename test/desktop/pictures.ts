import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { seedVault } from '../bench/seed-vault.ts'
import { launchDesktop } from '../e2e/launch-desktop.ts'
import { personAt, personPassword } from '../e2e/person.ts'

/** The pictures of README and guide, from invented data: `node test/desktop/pictures.ts docs/images [customers]`. */
const folder = resolve(process.argv[2] ?? 'out/pictures')
const customers = Number(process.argv[3] ?? 318)
const userData = mkdtempSync(join(tmpdir(), 'zhanggui-pictures-'))
await seedVault({ folder: join(userData, 'vault'), customers, password: personPassword, seed: 7, onProgress: () => undefined })

const desktop = await launchDesktop({ userData, lang: 'zh-CN', headless: true })
try {
  const person = personAt(desktop, 'zh-CN')
  const { page, t } = person
  const shoot = async (name: string, width: number, height: number): Promise<void> => {
    await page.setViewportSize({ width, height })
    await page.waitForTimeout(400)
    await page.screenshot({ path: join(folder, `${name}.png`) })
  }
  await person.button('vault:lock.unlock').waitFor()
  await shoot('lock-zh', 1280, 800)
  await person.unlock()
  await page.getByRole('grid').waitFor()
  await page.keyboard.press('Control+1')
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('row').nth(3).click()
  await shoot('customers-zh', 1440, 900)
  await shoot('customers-zh-1024', 1024, 680)
  await person.find('李')
  await page.getByRole('option').nth(2).waitFor()
  await shoot('quick-find-zh', 1280, 800)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+,')
  await page.getByRole('radio', { name: t('settings:appearance.themes.dark'), exact: true }).check()
  await page.getByRole('radio', { name: t('common:languages.en'), exact: true }).check()
  await page.keyboard.press('Control+1')
  await page.getByRole('row').nth(5).click()
  await shoot('customers-en-dark', 1440, 900)
} finally {
  await desktop.close()
}
