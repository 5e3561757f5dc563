import { expect, test } from 'vitest'
import { createBridge } from '../../electron/preload-bridge.ts'

function bridge(invoke: (name: string, input: unknown) => Promise<unknown>) {
  let emit: (name: unknown, payload: unknown) => void = () => undefined
  const made = createBridge(
    {
      invoke,
      listen: listener => {
        emit = listener
      },
    },
    new Set(['vault.state']),
    new Set(['vault.changed']),
  )
  return { made, emit: (name: unknown, payload: unknown) => emit(name, payload) }
}

test('the bridge is one frozen object with two functions', () => {
  const { made } = bridge(() => Promise.resolve())

  expect(Object.keys(made)).toEqual(['call', 'on'])
  expect(Object.isFrozen(made)).toBe(true)
})

test('call passes on a known name and answers what main answered', async () => {
  const calls: unknown[] = []
  const { made } = bridge((...call) => {
    calls.push(call)
    return Promise.resolve({ ok: true, value: { state: 'none' } })
  })

  expect(await made.call('vault.state', {})).toEqual({ ok: true, value: { state: 'none' } })
  expect(calls).toEqual([['vault.state', {}]])
})

test.each(['vault.open', '__proto__', 'constructor', ''])('call answers without asking main when the name is %j', async name => {
  const { made } = bridge(() => Promise.reject(new Error('asked')))

  expect(await made.call(name, {})).toEqual({ ok: false, failure: { code: 'unknown-channel' } })
})

test('call never rejects: what cannot be sent or understood is a failure', async () => {
  const refused = bridge(() => Promise.reject(new Error('An object could not be cloned.')))
  const nonsense = bridge(() => Promise.resolve(undefined))

  expect(await refused.made.call('vault.state', {})).toEqual({ ok: false, failure: { code: 'invalid-input' } })
  expect(await nonsense.made.call('vault.state', {})).toEqual({ ok: false, failure: { code: 'internal' } })
})

test('on hands over the payload only, until it is ended', () => {
  const { made, emit } = bridge(() => Promise.resolve())
  const heard: unknown[][] = []
  const end = made.on('vault.changed', (...all: unknown[]) => heard.push(all))
  emit('vault.changed', 1)
  emit('app.command', 2)
  emit(undefined, 3)
  end()
  emit('vault.changed', 4)

  expect(heard).toEqual([[1]])
})

test('one listener that is subscribed twice is ended once at a time', () => {
  const { made, emit } = bridge(() => Promise.resolve())
  const heard: unknown[] = []
  const listener = (payload: unknown): void => void heard.push(payload)
  const end = made.on('vault.changed', listener)
  made.on('vault.changed', listener)
  end()
  emit('vault.changed', 1)

  expect(heard).toEqual([1])
})

test('on refuses an event that the contract does not know', () => {
  const { made } = bridge(() => Promise.resolve())

  expect(() => made.on('vault.keys', () => undefined)).toThrow('unknown event')
})
