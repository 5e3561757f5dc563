import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { emptyContactDraft } from '../../shared/features/contacts/contact.ts'
import { startVaultThread, type VaultThread } from '../helpers/vault-thread.ts'

let thread: VaultThread | null = null

afterEach(async () => {
  await thread?.remove()
  thread = null
})

const tea = {
  ...emptyContactDraft(),
  name: '示例客户',
  phones: [{ id: null, label: 'mobile' as const, value: '10012345678', preferred: true }],
}

test('a customer is there again after lock and unlock, and undo works across them', async () => {
  thread = startVaultThread()
  await thread.create()
  const { id, act } = await thread.call('contacts.create', { draft: tea })
  await thread.lock()

  expect(await thread.tryCall('contacts.get', { id })).toEqual({ ok: false, failure: { code: 'locked' } })

  expect((await thread.open()).ok).toBe(true)
  expect(await thread.call('contacts.get', { id })).toMatchObject({ name: '示例客户', phones: [{ value: '10012345678' }] })
  expect((await thread.call('acts.stack', {})).undo?.act.id).toBe(act.id)
  expect(await thread.call('acts.undo', { actId: act.id })).toMatchObject({ undone: 2, leftCount: 0 })
  expect(
    await thread.call('contacts.list', {
      search: '',
      sort: { by: 'name', dir: 'asc' },
      filter: null,
      customFields: [],
      offset: 0,
      limit: 10,
    }),
  ).toMatchObject({ total: 0 })
})

test('what was typed is a draft no longer in the moment in which it is saved', async () => {
  thread = startVaultThread()
  await thread.create()
  await thread.call('drafts.save', { key: 'contact:new', text: 'half typed' })
  const { id } = await thread.call('contacts.create', { draft: tea })
  await thread.call('drafts.save', { key: `contact:${id}`, text: 'changed' })
  const { revision } = await thread.call('contacts.get', { id })

  expect(await thread.call('drafts.list', {})).toEqual([{ key: `contact:${id}` }])
  await thread.call('contacts.update', { id, revision, draft: { ...tea, note: 'white tea' } })
  expect(await thread.call('drafts.list', {})).toEqual([])
})

test('a save is refused in words when the vault file is gone while it is open, and works again when it is back', async () => {
  thread = startVaultThread()
  await thread.create()
  const database = join(thread.folder, 'vault.db')
  renameSync(database, `${database}.elsewhere`)

  expect(await thread.tryCall('contacts.create', { draft: tea })).toEqual({ ok: false, failure: { code: 'vault-missing' } })
  renameSync(`${database}.elsewhere`, database)
  const { id } = await thread.call('contacts.create', { draft: tea })
  await thread.lock()
  expect((await thread.open()).ok).toBe(true)
  expect(await thread.call('contacts.get', { id })).toMatchObject({ name: '示例客户' })
})

test('the window is told which customers changed after each command', async () => {
  thread = startVaultThread()
  await thread.create()
  const { id } = await thread.call('contacts.create', { draft: tea })

  expect(thread.events.filter(event => event.name === 'records.changed').at(-1)?.payload).toMatchObject({ contactIds: [id] })
})

test('a lock while the vault opens waits for it and closes it in order', async () => {
  thread = startVaultThread()
  await thread.create()
  await thread.lock()
  const anchor = join(thread.folder, 'vault.anchor')
  rmSync(anchor)
  const opening = thread.open()
  await nextTurn()

  await thread.lock()

  expect(await opening).toEqual({ ok: false, failure: { code: 'locked' } })
  expect(existsSync(anchor)).toBe(true)
  expect((await thread.open()).ok).toBe(true)
})

test('a wrong password opens nothing and says no more', async () => {
  thread = startVaultThread()
  await thread.create()
  await thread.lock()

  expect(await thread.open('not the password')).toEqual({ ok: false, failure: { code: 'wrong-password', field: 'password' } })
  expect(await thread.tryCall('contacts.list', {})).toEqual({ ok: false, failure: { code: 'locked' } })
  expect((await thread.open()).ok).toBe(true)
})

test('the person is told when the vault is older than it was at the last lock', async () => {
  thread = startVaultThread()
  await thread.create()
  await thread.lock()
  const database = join(thread.folder, 'vault.db')
  const older = join(thread.folder, '..', 'older.db')
  copyFileSync(database, older)
  await thread.open()
  await thread.call('contacts.create', { draft: tea })
  await thread.lock()
  copyFileSync(older, database)
  await thread.open()

  expect(thread.events.filter(event => event.name === 'vault.notice')).toEqual([
    { name: 'vault.notice', payload: { notice: 'rolled-back' } },
  ])
})

test('every channel answers an unknown key and a wrong type with invalid-input while unlocked', async () => {
  thread = startVaultThread()
  await thread.create()
  const { vaultWorkerContract } = await import('../../shared/contract.ts')
  for (const name of Object.keys(vaultWorkerContract)) {
    for (const input of [{ surprise: 1 }, null, 'text', [], 7]) {
      expect(await thread.tryCall(name, input), name).toMatchObject({ ok: false, failure: { code: 'invalid-input' } })
    }
  }
})
