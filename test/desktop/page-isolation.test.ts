import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SmallProgram, startSmallProgram } from './small-program.ts'

interface Page {
  readonly atStart: Readonly<Record<string, string>>
  readonly small: {
    readonly call: (name: string, ...values: readonly unknown[]) => Promise<unknown>
    readonly count: () => number
    readonly joined: (list: readonly number[]) => string
    readonly fails: () => void
    readonly nested: { readonly word: string }
    readonly on: (listener: (value: unknown) => void) => () => void
  }
}

let program: SmallProgram
beforeAll(async () => {
  program = await startSmallProgram()
})
afterAll(() => program.desktop.close())

test('the preload has spoken before the page starts, and the page sees nothing but what it exposed', async () => {
  const atStart = await program.desktop.page.evaluate(() => (window as unknown as Page).atStart)

  expect(atStart).toEqual({ api: 'object', require: 'undefined', process: 'undefined', binding: 'undefined', own: 'undefined' })
})

test('the exposed object cannot be changed or replaced', async () => {
  const result = await program.desktop.page.evaluate(() => {
    const api = (window as unknown as Page).small
    Reflect.set(window, 'small', null)
    Reflect.set(api, 'call', null)
    return {
      isFrozen: Object.isFrozen(api) && Object.isFrozen(api.nested),
      isThere: typeof (window as unknown as Page).small.call,
      word: api.nested.word,
    }
  })

  expect(result).toEqual({ isFrozen: true, isThere: 'function', word: 'deep' })
})

test('functions of the preload run in its own world: they answer, keep state, take lists and throw', async () => {
  const result = await program.desktop.page.evaluate(() => {
    Reflect.set(Array.prototype, 'map', () => {
      throw new Error('the page reached the preload')
    })
    const { small } = window as unknown as Page
    let failure = ''
    try {
      small.fails()
    } catch (error) {
      failure = error instanceof Error ? error.message : ''
    }
    return { counts: [small.count(), small.count()], joined: small.joined([1, 2]), failure }
  })

  expect(result).toEqual({ counts: [1, 2], joined: '2-4', failure: 'refused' })
  await program.desktop.page.reload()
})

test('a call carries what a structured clone can carry', async () => {
  const isSame = await program.desktop.page.evaluate(async () => {
    const bytes = new Uint8Array([1, 2, 255])
    const sent = [new Date(5), new Map([[1, { a: undefined }]]), new Set(['x']), 7n, Number.NaN, -0, null, bytes, '汉字🙂']
    // the fixture sends back what it got
    const got = (await (window as unknown as Page).small.call('echo', ...sent)) as typeof sent
    const [date, map, set, big, nan, zero, nothing, back, text] = got
    return [
      date instanceof Date && date.getTime() === 5,
      map instanceof Map && 'a' in (map.get(1) ?? {}),
      set instanceof Set && set.has('x'),
      big === 7n,
      Number.isNaN(nan),
      Object.is(zero, -0),
      nothing === null,
      back instanceof Uint8Array && back.join() === '1,2,255',
      text === '汉字🙂',
    ]
  })

  expect(isSame).toEqual(Array.from({ length: 9 }, () => true))
})

test('a call with a value that cannot be cloned is refused', async () => {
  const failure = await program.desktop.page.evaluate(async () => {
    try {
      await (window as unknown as Page).small.call('echo', { list: [Symbol('no')] })
      return 'answered'
    } catch (error) {
      return String(error)
    }
  })

  expect(failure).toContain('could not be cloned')
})

test('the main process sees the sender as a page of app://crm', async () => {
  expect(await program.call('sender')).toEqual({ url: 'app://crm/page.html', origin: 'app://crm', isMain: true, isOurs: true })
})

test('an error of the main process arrives as a rejection with its message', async () => {
  await expect(program.call('fail')).rejects.toThrow("Error invoking remote method 'fail': Error: no such thing")
})

test('a channel without a handler rejects', async () => {
  await expect(program.call('nobody')).rejects.toThrow("No handler registered for 'nobody'")
})

test('messages of the main process reach a listener until it is taken off', async () => {
  const heard = await program.desktop.page.evaluate(async () => {
    const { small } = window as unknown as Page
    const values: unknown[] = []
    const stop = small.on(value => values.push(value))
    await small.call('tell', { n: 1 })
    await small.call('said')
    stop()
    await small.call('tell', { n: 2 })
    await small.call('said')
    return values
  })

  expect(heard).toEqual([{ n: 1 }])
})
