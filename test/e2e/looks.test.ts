import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Desktop } from '../desktop/desktop.ts'
import { inspectLook } from './inspect-look.ts'
import { launchDesktop } from './launch-desktop.ts'
import { ownerName, shopName } from './open-shop.ts'
import { type Person, personAt } from './person.ts'

const longName = '云南西双版纳勐海县布朗山乡老班章村古树普洱茶初制所联营合作社北京朝阳办事处'
const longWord = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhanggui-looks-'))
  writeFileSync(join(folder, 'cards.vcf'), cards())
  return () => rmSync(folder, { recursive: true, force: true })
})

function cards(): string {
  const long = [longName, longWord].map(
    (name, n) => `BEGIN:VCARD
VERSION:3.0
FN:${name}
ORG:${name}
TITLE:区域采购与供应链管理高级总监
TEL;TYPE=CELL:1001234000${n}
TEL;TYPE=WORK:+4930123456789012
EMAIL:${'sehr-lange-adresse.'.repeat(3)}einkauf@beispiel-handelsgesellschaft.example
ADR;TYPE=HOME:;;${name} ${name};西双版纳傣族自治州;云南;666200;中国
CATEGORIES:${Array.from({ length: 14 }, (_, tag) => `很长的标签名称第${tag}个`).join(',')},${longWord}
NOTE:${longWord} ${'备注很长，写了又写。'.repeat(40)}
END:VCARD
`,
  )
  const plain = Array.from(
    { length: 40 },
    (_, n) => `BEGIN:VCARD\nVERSION:3.0\nFN:示例客户${n}\nTEL:100000000${10 + n}\nBDAY:--0230\nEND:VCARD\n`,
  )
  return [...long, ...plain].join('')
}

describe.each(['zh-CN', 'en'] as const)('every screen in %s fits, at every size and zoom', locale => {
  let desktop: Desktop
  let person: Person
  beforeAll(async () => {
    desktop = await launchDesktop({ lang: locale })
    desktop.page.context().setDefaultTimeout(15_000)
    person = personAt(desktop, locale)
  })
  afterAll(() => desktop?.close())

  const look = (name: string) => inspectLook(person.page, `${name} ${locale}`, ['light', 'dark'])

  test('the steps of the first run', async () => {
    const faults: string[] = []

    await person.createShop(shopName, ownerName, async step => {
      faults.push(...(await look(`first-run-${step}`)))
    })

    expect(faults).toEqual([])
  })

  test('the empty list, and the import with its report', async () => {
    const { page, button, press, importFile, goToCustomers, t } = person
    await goToCustomers()
    const faults = await look('list-empty')

    await press(button('contacts:empty.import'))
    faults.push(...(await look('import-choice')))
    await importFile(join(folder, 'cards.vcf'))
    faults.push(...(await look('import-done')))
    await page.getByRole('heading', { name: t('imports:title') }).waitFor()
    // it floats over the page for some seconds, on purpose
    await page
      .locator('.toast')
      .getByRole('button', { name: t('common:close') })
      .click()

    expect(faults).toEqual([])
  })

  test('the list, a page with long names and many tags, its timeline and its form', async () => {
    const { page, goToCustomers, find, openFound, press, field } = person
    await goToCustomers()
    await person.row('示例客户').first().waitFor()
    const faults = await look('list')

    await find(longName.slice(0, 6))
    await openFound(longName)
    faults.push(...(await look('page')))
    await press(page.getByRole('tab').first(), 'ArrowRight')
    faults.push(...(await look('timeline')))
    await page.keyboard.press('Control+E')
    await field('name').waitFor()
    faults.push(...(await look('form')))
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    expect(faults).toEqual([])
  })

  test('Trash, settings, quick find, shortcuts', async () => {
    const { page, t, goToCustomers, find, openFound, row, goToSettings } = person
    await goToCustomers()
    await find(longWord.slice(0, 12))
    await openFound(longWord)
    await page.keyboard.press('Delete')
    await page.keyboard.press('Control+2')
    await row(longWord).first().waitFor()
    // it floats over the page for ten seconds, on purpose
    await page
      .getByRole('region', { name: t('undo:bar') })
      .getByRole('button', { name: t('undo:dismiss') })
      .click()
    const faults = await look('trash')

    for (const section of ['appearance', 'security', 'shortcuts', 'about'] as const) {
      await goToSettings(section)
      faults.push(...(await look(`settings-${section}`)))
    }
    await goToCustomers()
    await find('示例')
    await page.getByRole('option').filter({ hasText: '示例客户' }).first().waitFor()
    faults.push(...(await look('quick-find')))
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+/')
    await page.getByRole('dialog', { name: t('shell:sheet.title') }).waitFor()
    faults.push(...(await look('shortcuts')))
    await page.keyboard.press('Escape')

    expect(faults).toEqual([])
  })

  test('the lock screen, and the way in by recovery code', async () => {
    const { button, failToUnlock, lock, press } = person
    await lock()
    const faults = await look('lock')
    await failToUnlock('not the password')
    faults.push(...(await look('lock-wrong-password')))
    await press(button('vault:lock.forgot'))
    faults.push(...(await look('recover')))

    expect(faults).toEqual([])
  })
})
