import { createHash } from 'node:crypto'
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Desktop } from '../desktop/desktop.ts'
import { canMount, mountSmallDisk } from '../torture/small-disk.ts'
import { launchDesktop } from './launch-desktop.ts'
import { openShop, shopName } from './open-shop.ts'
import { type Person, personAt, personPassword } from './person.ts'

const customer = '还在的客户'

/** A closed program's data with one customer in it; each test works on a copy. */
let template: string
let folder: string
let desktop: Desktop | null = null
let other: Desktop | null = null
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhanggui-troubles-'))
  template = join(folder, 'template')
  const shop = await openShop('en', { userData: template })
  await shop.person.addCustomer({ name: customer, phones: '10012345678' })
  await shop.desktop.quit()
  await shop.desktop.waitForExit()
  await shop.desktop.close()
  return () => rmSync(folder, { recursive: true, force: true })
})
afterEach(async () => {
  await desktop?.close()
  await other?.close()
  desktop = null
  other = null
})

let copies = 0

/** The place of the vault is written as an absolute path, so a copy must be told its own. */
function copyOfData(): { readonly userData: string; readonly vault: string } {
  copies += 1
  const userData = join(folder, `copy-${copies}`)
  cpSync(template, userData, { recursive: true })
  const vault = join(userData, 'vault')
  writeFileSync(join(userData, 'vault-place.json'), JSON.stringify({ folder: vault, shopName }))
  return { userData, vault }
}

async function start(userData: string): Promise<Person> {
  desktop = await launchDesktop({ userData, lang: 'en' })
  desktop.page.context().setDefaultTimeout(15_000)
  return personAt(desktop, 'en')
}

async function expectAllThere(person: Person): Promise<void> {
  await person.enter()
  await person.goToCustomers()
  await person.row(customer).first().waitFor()
}

const digest = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

describe('another start of the program', () => {
  test('with the same data ends at once and brings the first one to the front', async () => {
    const { userData } = copyOfData()
    const person = await start(userData)
    await expectAllThere(person)

    const second = await desktop?.secondInstance()

    expect(second?.code).toBe(0)
    expect(await desktop?.windowCount()).toBe(1)
    expect(await person.button('shell:lock').first().isVisible()).toBe(true)
  })

  test('with other data but the same vault is told that it is open elsewhere, until it is not', async () => {
    const { userData, vault } = copyOfData()
    const elsewhere = join(folder, 'elsewhere')
    mkdirSync(elsewhere)
    writeFileSync(join(elsewhere, 'vault-place.json'), JSON.stringify({ folder: vault, shopName }))
    const first = await start(userData)
    await expectAllThere(first)
    other = await launchDesktop({ userData: elsewhere, lang: 'en' })
    const second = personAt(other, 'en')

    await second.unlock()
    await second.page
      .getByText(second.t('failure:vault-in-use', { known: 'yes', host: hostname() }))
      .first()
      .waitFor()

    await first.lock()
    await second.unlock()
    await second.button('shell:lock').first().waitFor()
    await second.goToCustomers()
    await second.row(customer).first().waitFor()
  })
})

describe('the vault’s files', () => {
  test('moved while the program was closed: asked for, and found again', async () => {
    const { userData, vault } = copyOfData()
    const moved = join(folder, 'moved here')
    renameSync(vault, moved)

    const person = await start(userData)
    const { page, t, button } = person
    await page.getByRole('heading', { name: t('vault:gone.title') }).waitFor()
    await page.getByText(t('vault:gone.what.folder', { shop: shopName })).waitFor()
    await person.press(button('vault:gone.again'))
    await page.getByText(t('vault:gone.stillGone')).first().waitFor()
    await desktop?.dialogs.answerOpen([folder])
    await person.press(button('vault:gone.choose'))
    await page.getByText(t('failure:vault-missing')).first().waitFor()
    await desktop?.dialogs.answerOpen([moved])
    await person.press(button('vault:gone.choose'))

    await expectAllThere(person)
    expect(existsSync(vault)).toBe(false)
  })

  test('the database with flipped bytes: said in words, and not touched', async () => {
    const { userData, vault } = copyOfData()
    const file = join(vault, 'vault.db')
    flip(file, [100, 4096 + 50, 8192 + 50])
    const before = digest(file)

    const person = await start(userData)
    await person.unlock()

    await person.page.getByText(person.t('failure:vault-damaged')).first().waitFor()
    expect(digest(file)).toBe(before)
    expect(await person.page.locator('body').innerText()).not.toMatch(/SQLITE|Error:|undefined/u)
  })

  test('one copy of the keyring damaged: the other one opens', async () => {
    const { userData, vault } = copyOfData()
    flip(join(vault, 'vault.keys'), [0, 1, 2])

    await expectAllThere(await start(userData))
  })

  test('both copies of the keyring damaged: said in words, and not touched', async () => {
    const { userData, vault } = copyOfData()
    const files = ['vault.keys', 'vault.keys.prev', 'vault.db'].map(name => join(vault, name)).filter(file => existsSync(file))
    for (const file of files.slice(0, -1)) flip(file, [0, 1, 2, 30])
    const before = files.map(digest)

    const person = await start(userData)
    const { page, t } = person

    await page.getByRole('heading', { name: t('vault:gone.titleDamaged') }).waitFor()
    await page.getByText(t('vault:gone.what.keyring-damaged', { shop: shopName })).waitFor()
    await page.getByText(t('vault:gone.safe')).waitFor()
    expect(files.map(digest)).toEqual(before)
  })

  test('a bit of the password’s slot flipped: the password does not open, and nothing is written', async () => {
    const { userData, vault } = copyOfData()
    for (const name of ['vault.keys', 'vault.keys.prev']) spoilSlot(join(vault, name))
    const before = digest(join(vault, 'vault.db'))

    const person = await start(userData)
    await person.unlock(personPassword)

    const { page, t } = person
    await page
      .getByText(t('failure:wrong-password'))
      .or(page.getByText(t('failure:keyring-damaged')))
      .first()
      .waitFor()
    expect(digest(join(vault, 'vault.db'))).toBe(before)
  })
})

test.runIf(canMount)('the disk is full: the text stays in the form, and saving works once there is room', async () => {
  const disk = mountSmallDisk(64)
  try {
    const userData = join(disk.folder, 'data')
    cpSync(template, userData, { recursive: true })
    writeFileSync(join(userData, 'vault-place.json'), JSON.stringify({ folder: join(userData, 'vault'), shopName }))
    const person = await start(userData)
    await expectAllThere(person)
    const { page, t, field } = person
    await page.keyboard.press('Control+Shift+N')
    await field('name').focus()
    await page.keyboard.insertText('磁盘满时的客户')
    const filler = join(disk.folder, 'filler')
    const note = '写不下的话。'.repeat(600)

    await field('note').fill(note)
    await fillUntilRefused(filler, join(userData, 'vault', 'vault.ballast'))
    await page.keyboard.press('Control+s')

    await page.getByText(t('failure:disk-full')).first().waitFor()
    expect(await field('name').inputValue()).toBe('磁盘满时的客户')
    expect(await field('note').inputValue()).toBe(note)

    rmSync(filler)
    await page.keyboard.press('Control+Enter')
    await person.row('磁盘满时的客户').first().waitFor()
    await person.lock()
    await person.enter()
    await person.goToCustomers()
    await person.row('磁盘满时的客户').first().waitFor()
  } finally {
    await desktop?.close()
    disk.remove()
  }
})

/** Takes all room, and that of the ballast too, as if it had been given back and used before. */
async function fillUntilRefused(filler: string, ballast: string): Promise<void> {
  rmSync(ballast, { force: true })
  const out = openSync(filler, 'a')
  const part = Buffer.alloc(4096, 1)
  try {
    for (;;) writeSync(out, part)
  } catch {
    // full
  } finally {
    closeSync(out)
  }
}

function flip(file: string, offsets: readonly number[]): void {
  const bytes = readFileSync(file)
  for (const offset of offsets) if (offset < bytes.length) bytes[offset] = (bytes[offset] ?? 0) ^ 0xff
  writeFileSync(file, bytes)
  expect(statSync(file).size).toBe(bytes.length)
}

function spoilSlot(file: string): void {
  const text = readFileSync(file, 'utf8')
  // the first wrapped key, in hex
  writeFileSync(
    file,
    text.replace(/"ct":\s*"(.)/u, (whole, first: string) => whole.slice(0, -1) + (first === '0' ? '1' : '0')),
  )
}
