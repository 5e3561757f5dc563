import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type SmallProgram, startSmallProgram } from './small-program.ts'

let program: SmallProgram
beforeAll(async () => {
  program = await startSmallProgram()
})
afterAll(() => program.desktop.close())

const page = () => program.desktop.page

test('pages get the headers and bodies of the protocol handler', async () => {
  const answer = await page().evaluate(async () => {
    const file = await fetch('/page.js')
    const echo = await fetch('/echo', { method: 'POST', body: 'over' })
    return {
      status: file.status,
      checked: file.headers.get('x-checked'),
      echo: await echo.text(),
      lost: (await fetch('/none.png')).status,
    }
  })

  expect(answer).toEqual({ status: 200, checked: 'yes', echo: 'POST over', lost: 404 })
  expect(await program.said()).toContain('request /echo crm')
})

test('the content security policy is the real one: no inline script, no eval, no remote picture', async () => {
  const result = await page().evaluate(async () => {
    const broken: string[] = []
    document.addEventListener('securitypolicyviolation', event => broken.push(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'window.wasRun = true'
    document.body.append(script)
    const image = new Image()
    image.src = 'https://elsewhere.example/a.png'
    await new Promise(resolve => image.addEventListener('error', resolve))
    let evaluated = 'refused'
    try {
      // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- what is refused
      evaluated = String(new Function('return 1')())
    } catch {
      // as it should be
    }
    return { broken, evaluated, wasRun: Reflect.get(window, 'wasRun') ?? false }
  })

  expect(result.wasRun).toBe(false)
  expect(result.evaluated).toBe('refused')
  expect(result.broken).toEqual(expect.arrayContaining(['script-src-elem', 'img-src']))
})

test('the page is a secure context with an origin of its own', async () => {
  expect(await page().evaluate(() => isSecureContext)).toBe(true)
})

test('leaving for another address is offered to the program, which refuses it', async () => {
  await page().click('#away')

  await vi.waitFor(async () => expect(await program.said()).toContain('will-navigate https://elsewhere.example/'))
  expect(await page().title()).toBe('Small program')
})

test.each(['about:blank', 'blob:app://crm/1', 'app://x.evil/', 'mailto:a@example.org'])(
  '%s cannot be navigated to',
  async address => {
    const before = page().url()

    await page().evaluate(
      target => {
        location.href = target
      },
      address.replace('app://crm', 'https://crm.app'),
    )
    await vi.waitFor(async () => expect(await program.said()).toContain(`will-navigate ${address}`))

    expect(page().url()).toBe(before)
  },
)

test('a redirect to elsewhere is offered to the program, which refuses it', async () => {
  await page().evaluate(() => {
    location.href = '/moved'
  })

  await vi.waitFor(async () => expect(await program.said()).toContain('will-redirect https://elsewhere.example/'))
  expect(await page().title()).toBe('Small program')
})

test('a window that a page opens is offered to the program, which refuses it', async () => {
  await page().evaluate(() => void window.open('https://elsewhere.example/popup'))
  await vi.waitFor(async () => expect((await program.said()).filter(line => line.startsWith('window-open'))).toHaveLength(1))

  await page().click('#blank', { button: 'middle' })
  await vi.waitFor(async () => expect((await program.said()).filter(line => line.startsWith('window-open'))).toHaveLength(2))

  expect(await program.desktop.windowCount()).toBe(1)
})

test('permissions that the session refuses are refused', async () => {
  const states = await page().evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'] as const
    const found = await Promise.all(names.map(name => navigator.permissions.query({ name: name as PermissionName })))
    return found.map(({ state }) => state)
  })

  expect(states).toEqual(['denied', 'denied', 'denied', 'denied', 'denied'])
})
