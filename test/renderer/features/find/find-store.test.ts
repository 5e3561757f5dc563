import { afterEach, expect, test, vi } from 'vitest'
import {
  leaveActions,
  openFind,
  search,
  searchActions,
  showActions,
  useFind,
} from '../../../../renderer/features/find/find-store.ts'
import { noteLock } from '../../../../renderer/kernel/lock-counter.ts'
import { createFakeCrm } from '../../../helpers/fake-crm.ts'
import { rowOf, sampleContact } from '../../../helpers/fake-shop.ts'

afterEach(() => {
  noteLock()
  vi.unstubAllGlobals()
})

function serve(options: Parameters<typeof createFakeCrm>[0]) {
  const crm = createFakeCrm(options)
  const asked: unknown[] = []
  const call = (name: string, input: unknown) => {
    if (name === 'contacts.find') asked.push(input)
    return crm.call(name, input)
  }
  vi.stubGlobal('window', { crm: { ...crm, call } })
  return { crm, asked }
}

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

  expect(useFind.getState()).toMatchObject({ text: '没有这位客户', isAnswered: true, hits: [], total: 0 })
})

test('the rows of before stay while the next text is looked for', async () => {
  serve({ customers: 40 })
  await search('Sample', false)
  const { hits } = useFind.getState()
  const next = search('王', false)

  expect(useFind.getState()).toMatchObject({ isAnswered: false, query: '王', hits })
  await next
  expect(useFind.getState()).toMatchObject({ isAnswered: true })
})

test('the same text is asked for again when it is no longer being composed', async () => {
  const { asked } = serve({ customers: 5 })
  await search('Ann Li', true)
  await search('Ann Li', false)

  expect(asked).toMatchObject([{ text: 'AnnLi' }, { text: 'Ann Li' }])
})

test('numbers are looked for in their own scope, and nobody is asked for commands, staff or no number', async () => {
  const { asked } = serve({ customers: 5 })
  for (const text of ['＃7919', '#', '>lock', '@样', '＠']) await search(text, false)

  expect(asked).toMatchObject([{ text: '7919', scope: 'numbers' }])
})

test('an empty box shows the customers that were opened last', async () => {
  const { crm } = serve({ customers: 40 })
  const opened = rowOf(sampleContact(30, new Date()))
  await crm.call('contacts.noteOpened', { id: opened.id })
  openFind()
  await vi.waitFor(() => expect(useFind.getState().isAnswered).toBe(true))

  expect(useFind.getState().hits).toHaveLength(5)
  expect(useFind.getState().hits[0]?.row.id).toBe(opened.id)
})

test('a search that fails says so and shows no rows of before', async () => {
  vi.stubGlobal('window', {
    crm: { call: () => Promise.resolve({ ok: false, failure: { code: 'vault-stopped' } }), on: () => () => undefined },
  })
  await search('x', false)

  expect(useFind.getState()).toMatchObject({ hits: [], failure: { code: 'vault-stopped' } })
})

test('the actions of a customer have a text of their own, and the results are there again behind them', async () => {
  serve({ customers: 40 })
  await search('Sample', false)
  const { hits } = useFind.getState()
  const [first] = hits
  if (first === undefined) throw new Error('a sample customer is found')
  showActions(first.row)
  searchActions('copy')

  expect(useFind.getState()).toMatchObject({ text: 'Sample', acting: { text: 'copy' } })

  leaveActions()
  expect(useFind.getState()).toMatchObject({ text: 'Sample', acting: null, hits })
})

test('nothing of it is left when the vault is locked', async () => {
  serve({ customers: 40 })
  await search('Sample', false)
  noteLock()

  expect(useFind.getState()).toMatchObject({ text: '', query: '', hits: [], total: 0 })
})
