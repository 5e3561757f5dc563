import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Desktop } from '../desktop/desktop.ts'
import { launchDesktop } from './launch-desktop.ts'
import { openShop } from './open-shop.ts'
import { personAt } from './person.ts'

const typed = { name: '没保存的客户', note: '电话里说的，还没有保存' }
/** What is typed is sealed within a second (decision 14); a little more for a busy machine. */
const sealedMs = 1500

let userData: string
let desktop: Desktop
beforeAll(async () => {
  userData = mkdtempSync(join(tmpdir(), 'zhanggui-drafts-'))
  ;({ desktop } = await openShop('zh-CN', { userData }))
})
afterAll(async () => {
  await desktop?.close()
  rmSync(userData, { recursive: true, force: true })
})

const person = () => personAt(desktop, 'zh-CN')

async function typeWithoutSaving(): Promise<void> {
  const { page, field } = person()
  await page.keyboard.press('Control+Shift+N')
  for (const name of ['name', 'note'] as const) {
    await field(name).focus()
    await page.keyboard.insertText(typed[name])
  }
}

/** The draft is offered in the form, taken by Enter, and can be saved. */
async function expectOffered(): Promise<void> {
  const { page, t, field, button, enter, row } = person()
  await enter()
  await page.keyboard.press('Control+Shift+N')
  await button('contacts:form.draftResume').waitFor()
  expect(await field('name').inputValue()).toBe('')
  await page.keyboard.press('Enter')
  await expect.poll(() => field('name').inputValue()).toBe(typed.name)
  expect(await field('note').inputValue()).toBe(typed.note)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await row(typed.name).first().waitFor()
  await page.keyboard.press('Control+Shift+N')
  await field('name').waitFor()
  expect(await page.getByText(t('contacts:form.draftText')).count()).toBe(0)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

test('what was typed is offered again after locking in the middle of a word', async () => {
  await typeWithoutSaving()
  await person().lock()
  await expectOffered()
})

test('what was typed is offered again after the computer slept', async () => {
  await typeWithoutSaving()
  await person().page.waitForTimeout(sealedMs)
  await desktop.power.suspend()
  await person().button('vault:lock.unlock').waitFor()
  await expectOffered()
})

test('what was typed is offered again after the page fell over', async () => {
  await typeWithoutSaving()
  const before = person().page
  await before.waitForTimeout(sealedMs)
  await desktop.crashRenderer()
  await expect.poll(() => person().page !== before, { timeout: 15_000 }).toBe(true)
  await expectOffered()
})

test('what was typed is offered again after the program was killed', async () => {
  await typeWithoutSaving()
  await person().page.waitForTimeout(sealedMs)
  await desktop.killMain()
  await desktop.close()

  desktop = await launchDesktop({ userData, lang: 'zh-CN' })

  await expectOffered()
})
