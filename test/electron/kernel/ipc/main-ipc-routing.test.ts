import { expect, test } from 'vitest'
import { z } from 'zod'
import { type CallRouting, createCallRouter } from '../../../../electron/kernel/ipc/main-ipc-routing.ts'
import type { SenderFacts } from '../../../../electron/kernel/ipc/sender-trust.ts'
import { AppError } from '../../../../shared/kernel/app-error.ts'
import { mainCommand, query } from '../../../../shared/kernel/channel.ts'
import { succeed } from '../../../../shared/kernel/result.ts'

const sender: SenderFacts = { contentsId: 1, frame: { origin: 'app://crm', isMainFrame: true } }
const Nothing = z.strictObject({})

function routing(changes: Partial<CallRouting> = {}): CallRouting & { readonly ran: string[] } {
  const ran: string[] = []
  return {
    ran,
    contract: {
      'main.say': mainCommand('anyone', z.strictObject({ word: z.string().max(3) }), z.strictObject({ said: z.string() })),
      'vault.read': query('contacts.view', Nothing, Nothing),
    },
    handlers: {
      'main.say': ({ word }: { word: string }) => {
        ran.push('main')
        return { said: word }
      },
    },
    ownContents: () => new Set([1]),
    origin: 'app://crm',
    isUnlocked: () => true,
    forward: name => {
      ran.push(name)
      return Promise.resolve(succeed({}))
    },
    logBug: () => 'ref',
    ...changes,
  }
}

test('a call of main is parsed, run and answered', async () => {
  expect(await createCallRouter(routing())(sender, 'main.say', { word: 'tea' })).toEqual({ ok: true, value: { said: 'tea' } })
})

test('a call of the vault is forwarded when it is unlocked and refused when it is not', async () => {
  const open = routing()
  const locked = routing({ isUnlocked: () => false })

  expect(await createCallRouter(open)(sender, 'vault.read', {})).toEqual({ ok: true, value: {} })
  expect(open.ran).toEqual(['vault.read'])
  expect(await createCallRouter(locked)(sender, 'vault.read', {})).toEqual({ ok: false, failure: { code: 'locked' } })
  expect(locked.ran).toEqual([])
})

test('an untrusted sender is answered before its name is looked at, and nothing runs', async () => {
  const routes = routing()
  const answer = createCallRouter(routes)

  expect(await answer({ contentsId: 1, frame: null }, 'main.say', { word: 'tea' })).toEqual({
    ok: false,
    failure: { code: 'untrusted-sender' },
  })
  expect(await answer({ ...sender, contentsId: 2 }, 'nonsense', {})).toMatchObject({ failure: { code: 'untrusted-sender' } })
  expect(routes.ran).toEqual([])
})

test.each([undefined, null, 3, {}, ['main.say'], 'main.sing', '__proto__', 'constructor', 'hasOwnProperty', ''])(
  'a name that the contract does not know is answered when it is %j',
  async name => {
    expect(await createCallRouter(routing())(sender, name, {})).toEqual({ ok: false, failure: { code: 'unknown-channel' } })
  },
)

test.each([undefined, null, 'tea', [], { word: 1 }, { word: 'long' }, { word: 'tea', more: 1 }, new Map(), Number.NaN])(
  'input that does not fit is refused without running when it is %j',
  async input => {
    const routes = routing()

    expect(await createCallRouter(routes)(sender, 'main.say', input)).toMatchObject({
      ok: false,
      failure: { code: 'invalid-input' },
    })
    expect(routes.ran).toEqual([])
  },
)

test('a bug is answered with its reference, an expected failure with its code', async () => {
  const failing = (thrown: Error) => routing({ handlers: { 'main.say': () => Promise.reject(thrown) } })

  expect(await createCallRouter(failing(new Error('secret')))(sender, 'main.say', { word: 'a' })).toEqual({
    ok: false,
    failure: { code: 'internal', reference: 'ref' },
  })
  expect(await createCallRouter(failing(new AppError('disk-full')))(sender, 'main.say', { word: 'a' })).toEqual({
    ok: false,
    failure: { code: 'disk-full' },
  })
})

test('a call is answered when forwarding it throws', async () => {
  const routes = routing({ forward: () => Promise.reject(new Error('the thread is gone')) })

  expect(await createCallRouter(routes)(sender, 'vault.read', {})).toEqual({
    ok: false,
    failure: { code: 'internal', reference: 'ref' },
  })
})
