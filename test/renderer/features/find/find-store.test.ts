import { afterEach, expect, test, vi } from 'vitest'
import { search, useFind } from '../../../../renderer/features/find/find-store.ts'
import { createFakeCrm } from '../../../helpers/fake-crm.ts'

afterEach(() => vi.unstubAllGlobals())

test('only the answer to the newest text is shown when an older one comes late', async () => {
  const crm = createFakeCrm({ customers: 40 })
  let delay = 20
  const slowFirst = async (name: string, input: unknown) => {
    const mine = delay
    delay = 0
    await new Promise(resolve => setTimeout(resolve, mine))
    return crm.call(name, input)
  }
  vi.stubGlobal('window', { crm: { ...crm, call: slowFirst } })

  await Promise.all([search('Sample', false), search('没有这位客户', false)])

  expect(useFind.getState()).toMatchObject({ text: '没有这位客户', answered: '没有这位客户', hits: [], total: 0 })
})

test('a search that fails says so and shows no rows of before', async () => {
  vi.stubGlobal('window', {
    crm: { call: () => Promise.resolve({ ok: false, failure: { code: 'vault-stopped' } }), on: () => () => undefined },
  })
  await search('x', false)

  expect(useFind.getState()).toMatchObject({ hits: [], failure: { code: 'vault-stopped' } })
})
