import { afterEach, expect, test, vi } from 'vitest'
import { call, on } from '../../../renderer/kernel/client.ts'
import { noteLock } from '../../../renderer/kernel/lock-counter.ts'
import { createFakeCrm } from '../../helpers/fake-crm.ts'

afterEach(() => vi.unstubAllGlobals())

function serve(crm: Pick<ReturnType<typeof createFakeCrm>, 'call' | 'on'>): void {
  vi.stubGlobal('window', { crm })
}

test('an answer out of the vault becomes locked when the vault was locked meanwhile', async () => {
  serve(createFakeCrm({ customers: 3, delayMs: 5 }))

  const answer = call('contacts.list', {
    search: '',
    sort: { by: 'activity', dir: 'desc' },
    filter: null,
    customFields: [],
    offset: 0,
    limit: 10,
  })
  noteLock()

  expect(await answer).toEqual({ ok: false, failure: { code: 'locked' } })
})

test('what main answers stays when the vault was locked meanwhile', async () => {
  serve(createFakeCrm({ vault: 'locked', delayMs: 5 }))

  const answer = call('vault.state', {})
  noteLock()

  expect((await answer).ok).toBe(true)
})

test('a bridge that rejects is a failure, never a rejection', async () => {
  serve({ call: () => Promise.reject(new Error('gone')), on: () => () => undefined })

  expect(await call('vault.state', {})).toEqual({ ok: false, failure: { code: 'internal' } })
})

test('a subscription ends when it is told to', () => {
  const crm = createFakeCrm()
  serve(crm)
  const seen: number[] = []
  const stop = on('vault.lockWarning', ({ seconds }) => seen.push(seconds))

  crm.emit('vault.lockWarning', { seconds: 30 })
  stop()
  crm.emit('vault.lockWarning', { seconds: 0 })

  expect(seen).toEqual([30])
})
