import type { Page } from 'playwright'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { callFrom, type SmallProgram, startSmallProgram } from './small-program.ts'

let program: SmallProgram
let ids: readonly number[]
let second: Page
beforeEach(async () => {
  program = await startSmallProgram()
  ids = (await program.call('second')) as readonly number[] // the ids of both windows
  await vi.waitFor(() => expect(program.desktop.pages()).toHaveLength(2))
  // there are two
  second = program.desktop.pages()[1] as Page
})
afterEach(() => program.desktop.close())

test('each window is a page of its own with a preload of its own, and calls under its own name', async () => {
  const [main] = program.desktop.pages()

  expect(main).toBe(program.desktop.page)
  expect(await program.desktop.windowCount()).toBe(2)
  expect(await second.evaluate(() => Reflect.get(window, 'atStart'))).toMatchObject({ api: 'object', require: 'undefined' })
  const [one, two] = [await program.call('who'), await callFrom(second, 'who')]
  expect([one, two].map(answer => (answer as unknown[])[1])).toEqual([true, true]) // the answer is a pair
  expect(one).not.toEqual(two)
})

test('what the program sends to all windows reaches each', async () => {
  for (const page of program.desktop.pages()) await listen(page)

  await program.call('tell-all', 'tea')

  for (const page of program.desktop.pages()) await vi.waitFor(async () => expect(await heard(page)).toEqual(['tea']))
})

test('one window has the focus: the one that the program chose, or in which somebody types or clicks', async () => {
  const [first = 0, other = 0] = ids
  await program.call('focus', first)
  await vi.waitFor(async () => expect(await program.call('focused')).toEqual([first]))
  await program.call('focus', other)
  await vi.waitFor(async () => expect(await program.call('focused')).toEqual([other]))

  if (program.desktop.kind === 'electron') return
  await program.desktop.page.keyboard.press('Shift')
  await vi.waitFor(async () => expect(await program.call('focused')).toEqual([first]))
  await second.locator('h1').click()
  await vi.waitFor(async () => expect(await program.call('focused')).toEqual([other]))
})

test('a window that is closed or falls over leaves the other alone', async () => {
  await program.desktop.crashRenderer(second)
  await vi.waitFor(async () => expect(await program.said()).toContain('second gone'))
  await program.call('close-second')

  await vi.waitFor(async () => expect(await program.said()).toContain('second closed'))
  expect(await program.desktop.windowCount()).toBe(1)
  expect(await program.call('echo', 'here')).toEqual(['here'])
})

test('a window that a person closes is gone for the program, too', async () => {
  await second.close()

  await vi.waitFor(async () => expect(await program.said()).toContain('second closed'))
  expect(program.desktop.pages()).toHaveLength(1)
  expect(await program.desktop.windowCount()).toBe(1)
})

async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const told: unknown[] = []
    Object.assign(window, { told })
    // the preload put it there
    const { small } = window as unknown as { small: { on: (listener: (value: unknown) => void) => void } }
    small.on(value => told.push(value))
  })
}

function heard(page: Page): Promise<unknown> {
  return page.evaluate(() => Reflect.get(window, 'told'))
}
