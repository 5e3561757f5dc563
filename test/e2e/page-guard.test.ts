import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../shared/contract.ts'
import { type OpenShop, openShop } from './open-shop.ts'

/** What the page offers to a script that got into it. */
interface Crm {
  readonly call: (name: string, input: unknown) => Promise<unknown>
  readonly on: (event: string, listener: (payload: unknown) => void) => () => void
}
type Trapped = typeof globalThis & { readonly crm: Crm; violations: string[] }

let shop: OpenShop
const asked: string[] = []
const complaints: string[] = []
beforeAll(async () => {
  shop = await openShop('zh-CN')
  const { page } = shop.person
  page.on('request', request => void asked.push(request.url()))
  page.on('console', message => void (['error', 'warning'].includes(message.type()) && complaints.push(message.text())))
  page.on('pageerror', error => void complaints.push(error.message))
  await watchViolations(page)
})
afterAll(() => shop?.desktop.close())

async function watchViolations(page: Page): Promise<void> {
  const watch = () => {
    const trapped = globalThis as Trapped
    trapped.violations = []
    document.addEventListener('securitypolicyviolation', event => void trapped.violations.push(event.effectiveDirective))
  }
  await page.addInitScript(watch)
  await page.evaluate(watch)
}

const violations = () => shop.person.page.evaluate(() => (globalThis as Trapped).violations)

describe('a whole tour', () => {
  test('asks for nothing but the program’s own pages, breaks no policy and writes no error', async () => {
    const { person } = shop
    const { page, t } = person
    await person.addCustomer({ name: '巡游客户', phones: '10011112222', tags: '标签', note: '<img src=x onerror=alert(1)>' })
    await person.find('巡游')
    await person.openFound('巡游客户')
    await person.press(page.getByRole('tab').first(), 'ArrowRight')
    await page.keyboard.press('Control+E')
    await person.field('company').waitFor()
    await page.keyboard.press('Escape')
    await person.find('>')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+/')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    for (const section of ['appearance', 'security', 'shortcuts', 'about'] as const) await person.goToSettings(section)
    await page.keyboard.press('Control+2')
    await page.getByText(t('trash:empty.title')).first().waitFor()
    await person.lock()
    await person.enter()

    expect(await violations()).toEqual([])
    expect(complaints).toEqual([])
    const own = new URL(page.url()).origin
    expect([...new Set(asked.map(address => new URL(address).origin))]).toEqual([own])
  })
})

describe('a script in the page', () => {
  test('has no Node, and one frozen object with two functions', async () => {
    const found = await shop.person.page.evaluate(() => ({
      types: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].map(
        name => typeof Reflect.get(globalThis, name),
      ),
      keys: Object.keys((globalThis as Trapped).crm),
      isFrozen: Object.isFrozen((globalThis as Trapped).crm),
      isReplaced: Reflect.set(globalThis, 'crm', null) && (globalThis as Trapped).crm === null,
    }))

    expect(found.types).toEqual(Array.from({ length: 7 }, () => 'undefined'))
    expect(found.keys.toSorted()).toEqual(['call', 'on'])
    expect(found.isFrozen).toBe(true)
    expect(found.isReplaced).toBe(false)
  })

  test.each(['nothing.known', 'constructor', '__proto__', 'toString', ''])(
    'a channel named “%s” is answered as unknown',
    async name => {
      const answer = await shop.person.page.evaluate(channel => (globalThis as Trapped).crm.call(channel, {}), name)

      expect(answer).toMatchObject({ ok: false, failure: { code: 'unknown-channel' } })
    },
  )

  test('every channel answers hostile inputs with a failure of the closed list, and nothing is changed', async () => {
    const harmless = Object.keys(contract).filter(
      name => !/^(vault\.lock|vault\.locate|app\.chooseFile|app\.print|app\.savePdf)$/u.test(name),
    )
    const answers = await shop.person.page.evaluate(async names => {
      const deep: Record<string, unknown> = {}
      let inner = deep
      for (let depth = 0; depth < 200; depth++) inner = inner['a'] = {}
      const inputs: unknown[] = [
        null,
        7,
        'text',
        [],
        { __proto__: { id: 1 }, extra: 1 },
        { id: "'; DROP TABLE contact;--" },
        deep,
        { text: 'x'.repeat(2_000_000) },
      ]
      const codes: string[] = []
      for (const name of names) {
        for (const input of inputs) {
          const answer = (await (globalThis as Trapped).crm.call(name, input)) as { ok: boolean; failure?: { code: string } }
          codes.push(`${name} ${answer.ok ? 'ok' : answer.failure?.code}`)
        }
      }
      return codes
    }, harmless)

    expect([...new Set(answers.map(line => line.split(' ')[1]))]).toEqual(['invalid-input'])
    await shop.person.goToCustomers()
    await shop.person.row('巡游客户').first().waitFor()
  })

  test('what cannot be cloned is refused without harm', async () => {
    const outcome = await shop.person.page.evaluate(async () => {
      try {
        return JSON.stringify(await (globalThis as Trapped).crm.call('contacts.list', { search: () => 1 }))
      } catch (error) {
        return String(error)
      }
    })

    expect(outcome).toMatch(/invalid-input|could not be cloned/u)
  })

  test('runs no inline code, no text as code and loads no picture from elsewhere', async () => {
    const { page } = shop.person
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script')
      script.textContent = 'globalThis.wasRun = true'
      document.body.append(script)
      const frame = document.createElement('div')
      frame.innerHTML =
        '<img src="https://elsewhere.example/a.png"><button onclick="globalThis.wasRun = true">x</button><iframe src="https://elsewhere.example/"></iframe>'
      document.body.append(frame)
      frame.querySelector('button')?.click()
      // what a test's own script runs at once is spared by the policy
      await new Promise(resolve => setTimeout(resolve, 300))
      const outcomes = [
        () => new Function('return 1')(), // oxlint-disable-line no-new-func, typescript/no-implied-eval -- what is refused
        () => globalThis.eval('1'), // oxlint-disable-line no-eval -- what is refused
      ].map(attempt => {
        try {
          return String(attempt())
        } catch {
          return 'refused'
        }
      })
      frame.remove()
      script.remove()
      return [...outcomes, String(Reflect.get(globalThis, 'wasRun'))]
    })

    expect(ran).toEqual(['refused', 'refused', 'undefined'])
    expect(await violations()).toEqual(expect.arrayContaining(['script-src-elem', 'script-src-attr', 'img-src', 'frame-src']))
  })

  test('fetches nothing from elsewhere', async () => {
    const outcome = await shop.person.page.evaluate(() =>
      fetch('https://elsewhere.example/').then(
        () => 'answered',
        () => 'refused',
      ),
    )

    expect(outcome).toBe('refused')
  })

  test('is granted no permission', async () => {
    const states = await shop.person.page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'] as PermissionName[]
      return await Promise.all(names.map(name => navigator.permissions.query({ name }).then(({ state }) => state)))
    })

    expect(new Set(states)).toEqual(new Set(['denied']))
  })
})

describe('leaving the page', () => {
  const page = () => shop.person.page

  test.each([
    'https://elsewhere.example/',
    'file:///etc/passwd',
    'data:text/html,<h1>x</h1>',
    'about:blank',
    'javascript:document.body.remove()',
    'app://crm.elsewhere/',
    'mailto:a@example.org',
  ])('%s is not gone to', async address => {
    const before = page().url()

    await page().evaluate(target => {
      location.href = target
    }, address)
    await page().waitForTimeout(150)

    expect(page().url()).toBe(before)
    expect(await page().locator('main, .settings, header').count()).toBeGreaterThan(0)
  })

  test('window.open, a link to a new window and a middle click open nothing', async () => {
    await page().evaluate(() => {
      const link = document.createElement('a')
      link.href = 'https://elsewhere.example/link'
      link.target = '_blank'
      link.id = 'away'
      link.textContent = 'away'
      Object.assign(link.style, { position: 'fixed', left: '10px', top: '10px', zIndex: 9999, background: 'white' })
      document.body.append(link)
      window.open('https://elsewhere.example/')
    })
    await page().click('#away')
    await page().click('#away', { button: 'middle' })
    await page().waitForTimeout(300)
    await page().evaluate(() => document.querySelector('#away')?.remove())

    expect(
      shop.person.page
        .context()
        .pages()
        .map(one => one.url())
        .filter(url => url.includes('elsewhere')),
    ).toEqual([])
    expect(await shop.desktop.windowCount()).toBe(1)
    expect(await shop.desktop.openedOutside()).toEqual([])
  })

  test('a file that is dropped on the window is not opened', async () => {
    const before = page().url()
    const cdp = await page().context().newCDPSession(page())
    const drag = { x: 300, y: 300, data: { items: [], files: [import.meta.filename], dragOperationsMask: 1 } }

    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await cdp.send('Input.dispatchDragEvent', { type, ...drag })
    await page().waitForTimeout(300)

    expect(page().url()).toBe(before)
    expect(
      shop.person.page
        .context()
        .pages()
        .filter(one => one.url().startsWith('file:')),
    ).toEqual([])
    await shop.person.row('巡游客户').first().waitFor()
  })

  test('what the program’s page says of itself and of the vault’s folder holds no path of this computer', async () => {
    const words = await page().evaluate(async () => {
      const { call } = (globalThis as Trapped).crm
      return JSON.stringify(await Promise.all([call('app.info', {}), call('vault.state', {}), call('app.preferences', {})]))
    })

    expect(words).not.toContain(shop.desktop.userData)
  })
})
