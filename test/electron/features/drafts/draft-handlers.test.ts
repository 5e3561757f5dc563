import { afterEach, beforeEach, expect, test } from 'vitest'
import { idOf } from '../../../helpers/shop-tables.ts'
import { openSpineSession } from '../../../helpers/spine-session.ts'
import { startTestJobs } from '../../../helpers/test-jobs.ts'
import { openTestVault, type TestVault } from '../../../helpers/test-vault.ts'

let vault: TestVault
let call: ReturnType<typeof openSpineSession>
beforeEach(() => {
  vault = openTestVault()
  call = openSpineSession(vault, startTestJobs(vault))
})
afterEach(() => vault.close())

test('a draft is kept under its key, replaced, and gone when discarded', async () => {
  expect(await call('drafts.load', { key: 'contact:new' })).toEqual({ text: null })

  await call('drafts.save', { key: 'contact:new', text: '{"name":"王"}' })
  await call('drafts.save', { key: 'contact:new', text: '{"name":"王芳"}' })
  await call('drafts.save', { key: 'contact:1', text: '' })

  expect(await call('drafts.load', { key: 'contact:new' })).toEqual({ text: '{"name":"王芳"}' })
  expect(await call('drafts.list')).toEqual([{ key: 'contact:1' }, { key: 'contact:new' }])
  expect(await call('drafts.discard', { key: 'contact:new' })).toEqual({ key: 'contact:new' })
  expect(await call('drafts.list')).toEqual([{ key: 'contact:1' }])
})

test('drafts are there after a restart, and never in the log', async () => {
  const logged = vault.db.get('SELECT count(*) AS n FROM change_log')
  await call('drafts.save', { key: 'contact:new', text: 'typed' })

  vault.reopen()
  const again = openSpineSession(vault, startTestJobs(vault))

  expect(await again('drafts.load', { key: 'contact:new' })).toEqual({ text: 'typed' })
  expect(vault.db.get('SELECT count(*) AS n FROM change_log')).toEqual(logged)
})

test('nobody sees the drafts of another person', async () => {
  await call('drafts.save', { key: 'contact:new', text: 'mine' })
  const other = openSpineSession(vault, startTestJobs(vault), { staffId: idOf(7), role: 'owner' })

  expect(await other('drafts.load', { key: 'contact:new' })).toEqual({ text: null })
  expect(await other('drafts.list')).toEqual([])
  await other('drafts.discard', { key: 'contact:new' })
  expect(await call('drafts.load', { key: 'contact:new' })).toEqual({ text: 'mine' })
})
