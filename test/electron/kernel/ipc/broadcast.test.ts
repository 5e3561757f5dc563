import { expect, test } from 'vitest'
import { createBroadcast, type Listening } from '../../../../electron/kernel/ipc/broadcast.ts'

function window(isDestroyed = false, id = 1): Listening & { readonly heard: unknown[] } {
  const heard: unknown[] = []
  return { id, heard, isDestroyed: () => isDestroyed, send: (...message) => void heard.push(message) }
}

test('an event reaches every window that is there, on the one channel', () => {
  const here = window()
  const gone = window(true)
  createBroadcast(
    () => [here, gone],
    () => undefined,
  ).send('vault.lockWarning', { seconds: 30 })

  expect(here.heard).toEqual([['crm:event', 'vault.lockWarning', { seconds: 30 }]])
  expect(gone.heard).toEqual([])
})

test("the worker's event is checked by the contract before it is sent", () => {
  const here = window()
  const bugs: string[] = []
  const broadcast = createBroadcast(
    () => [here],
    name => void bugs.push(name),
  )
  broadcast.forward('records.changed', { tables: ['contact'], contactIds: [] })
  broadcast.forward('records.changed', { tables: ['contact'], contactIds: [], secret: 1 })
  broadcast.forward('records.gone', {})
  broadcast.forward('__proto__', {})

  expect(here.heard).toEqual([['crm:event', 'records.changed', { tables: ['contact'], contactIds: [] }]])
  expect(bugs).toEqual(['records.changed', 'records.gone', '__proto__'])
})

test('a part of main hears an event, too', () => {
  const heard: number[] = []
  createBroadcast(
    () => [],
    () => undefined,
    { 'vault.lockWarning': ({ seconds }) => heard.push(seconds) },
  ).forward('vault.lockWarning', { seconds: 5 })

  expect(heard).toEqual([5])
})

test('an event for one window reaches no other', () => {
  const first = window(false, 1)
  const second = window(false, 2)
  const broadcast = createBroadcast(
    () => [first, second],
    () => undefined,
  )
  broadcast.sendTo(2, 'app.command', { command: 'find' })
  broadcast.sendTo(3, 'app.command', { command: 'find' })

  expect(first.heard).toEqual([])
  expect(second.heard).toEqual([['crm:event', 'app.command', { command: 'find' }]])
})
