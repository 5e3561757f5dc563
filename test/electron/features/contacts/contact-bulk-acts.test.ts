import { afterEach, beforeEach, expect, test } from 'vitest'
import { contactDerived } from '../../../../electron/features/contacts/contact-derived.ts'
import { rollBackUnfinished } from '../../../../electron/kernel/jobs/roll-back-unfinished.ts'
import type { ContactId } from '../../../../shared/features/contacts/contact.ts'
import type { BulkAction } from '../../../../shared/features/contacts/contact-bulk.ts'
import type { ContactFilter } from '../../../../shared/features/contacts/contact-filter.ts'
import { type BulkShop, everybody, fillShop, ids, livingRows, openBulkShop } from './bulk-shop.ts'
import { derivedContent } from './contacts-vault.ts'

let shop: BulkShop
beforeEach(() => {
  shop = openBulkShop()
})
afterEach(async () => {
  await shop.jobs.jobs.close()
  expect(shop.jobs.bugs).toEqual([])
  shop.vault.close()
})

const addVip: BulkAction = { do: 'tag', add: ['VIP'], remove: [] }
const setGold: BulkAction = { do: 'set', list: 'level', key: 'gold' }
const hasLevel = (level: string): ContactFilter => ({
  match: 'all',
  items: [{ on: 'choice', field: 'level', test: { op: 'any', values: [level] } }],
})
const total = async (filter: ContactFilter) => (await shop.call('contacts.count', { search: '', filter })).total
const get = (id: ContactId | undefined) => shop.call('contacts.get', { id: id ?? '' })

test('some customers at once are one act, and those that are so already stay as they are', async () => {
  const made = fillShop(shop, 5, n => ({ level: n < 2 ? 'gold' : '' }))

  const answer = await shop.call('contacts.bulk', { target: ids(...made), action: setGold })

  expect(answer).toMatchObject({ changed: 3, unchanged: 2, act: { kind: 'bulk', name: 'bulk-set', subject: '', count: 3 } })
  expect(await total(hasLevel('gold'))).toBe(5)
  expect(await shop.call('contacts.bulk', { target: ids(...made), action: setGold })).toEqual({
    changed: 0,
    unchanged: 5,
    act: null,
  })

  await shop.call('acts.undo', { actId: answer.act?.id ?? '' })
  expect(await total(hasLevel('gold'))).toBe(2)
})

test('one customer alone is an edit that names her', async () => {
  const [id] = fillShop(shop, 1, () => ({ name: '李明' }))

  const { act } = await shop.call('contacts.bulk', { target: ids(...(id === undefined ? [] : [id])), action: addVip })
  expect(act).toMatchObject({ kind: 'edit', name: 'bulk-tag', subject: '李明', count: 1 })
  expect((await get(id)).tags).toEqual(['VIP'])
})

test('tags are put on and taken off in one act, in whatever spelling', async () => {
  const made = fillShop(shop, 3, n => ({ tags: n === 0 ? ['ｖｉｐ', '旧'] : ['旧'] }))

  const action: BulkAction = { do: 'tag', add: ['VIP', '茶'], remove: ['旧', '没有'] }
  const { changed } = await shop.call('contacts.bulk', { target: ids(...made), action })

  expect(changed).toBe(3)
  expect(await Promise.all(made.map(async id => (await get(id)).tags))).toEqual([
    ['茶', 'ｖｉｐ'],
    ['茶', 'ｖｉｐ'],
    ['茶', 'ｖｉｐ'],
  ])
})

test('what nobody could choose is refused before anything is written', async () => {
  const made = fillShop(shop, 1)
  const refused = (action: BulkAction) => expect(shop.call('contacts.bulk', { target: ids(...made), action })).rejects

  await refused({ do: 'set', list: 'level', key: 'emperor' }).toThrow('invalid-input level')
  await refused({ do: 'assign', staffId: made[0] ?? null }).toThrow('invalid-input assigneeId')
  await expect(
    shop.call('contacts.bulkAsJob', { target: everybody, action: { do: 'set', list: 'stage', key: 'gold' } }),
  ).rejects.toThrow('invalid-input stage')
})

test('more than 500 are refused at once and taken as a job', async () => {
  fillShop(shop, 501)

  await expect(shop.call('contacts.bulk', { target: everybody, action: addVip })).rejects.toThrow('too-many')
  const job = await shop.bulk(everybody, addVip)
  expect(job).toMatchObject({
    kind: 'bulk',
    state: 'done',
    done: 501,
    total: 501,
    records: 501,
    counts: { changed: 501, unchanged: 0 },
  })
})

test('a query names whom the list shows, but those taken out', async () => {
  const made = fillShop(shop, 30, n => ({ level: n % 3 === 0 ? 'vip' : '', name: n % 2 === 0 ? `茶客${n}` : `客户${n}` }))
  const except = made.slice(0, 1)

  const job = await shop.bulk({ by: 'query', search: '茶客', filter: hasLevel('vip'), except }, setGold)

  expect(job.counts).toEqual({ changed: 4, unchanged: 0 })
  expect((await get(made[0])).level).toBe('vip')
  expect((await get(made[6])).level).toBe('gold')
})

const actions: readonly (readonly [name: string, action: BulkAction])[] = [
  ['tags', { do: 'tag', add: ['VIP', '新'], remove: ['旧'] }],
  ['level', setGold],
  ['stage taken away', { do: 'set', list: 'stage', key: '' }],
  ['assignee', { do: 'assign', staffId: '0192ffff-0000-7000-8000-000000000001' }],
  ['Trash', { do: 'trash' }],
]

test.each(actions)('undo of a job gives back the same rows, and redo what it had made: %s', async (_, action) => {
  fillShop(shop, 350, n => ({
    level: n % 4 === 0 ? 'gold' : 'regular',
    stage: n % 2 === 0 ? 'bought' : '',
    tags: n % 3 === 0 ? ['旧'] : [],
  }))
  const before = livingRows(shop)
  const { actId, counts } = await shop.bulk(everybody, action)
  const after = livingRows(shop)
  expect(after).not.toEqual(before)
  expect((counts['changed'] ?? 0) + (counts['unchanged'] ?? 0)).toBe(350)

  expect(await shop.undo(actId)).toMatchObject({ state: 'done', counts: { left: 0 } })
  expect(livingRows(shop)).toEqual(before)
  expect(await shop.redo(actId)).toMatchObject({ state: 'done', counts: { left: 0 } })
  expect(livingRows(shop)).toEqual(after)
  const kept = derivedContent(shop)
  shop.vault.db.transaction(() => contactDerived.rebuild(shop.vault.db))
  expect(derivedContent(shop)).toEqual(kept)
  expect(await shop.undo(actId)).toMatchObject({ state: 'done' })
  expect(livingRows(shop)).toEqual(before)
})

test('a job cancelled in the middle leaves what a person changed meanwhile, and nothing of its own', async () => {
  const made = fillShop(shop, 600)
  const { jobId } = await shop.call('contacts.bulkAsJob', { target: everybody, action: setGold })
  while ((await total(hasLevel('gold'))) < 200) await nextTurn()
  // one that the job has changed and one that it has not come to
  for (const id of [made[0], made.at(-1)]) {
    const { action, target } = { action: { do: 'set' as const, list: 'level' as const, key: 'vip' }, target: id }
    await shop.call('contacts.bulk', { target: ids(...(target === undefined ? [] : [target])), action })
  }
  await shop.call('jobs.cancel', { id: jobId })

  expect(await shop.jobs.ended(jobId)).toMatchObject({ state: 'cancelled', counts: { left: 1 } })
  expect(await total(hasLevel('gold'))).toBe(0)
  expect([(await get(made[0])).level, (await get(made.at(-1))).level]).toEqual(['vip', 'vip'])
})

test('customers that change or go while a job runs are taken as they are when their turn comes', async () => {
  const made = fillShop(shop, 400)
  const { jobId } = await shop.call('contacts.bulkAsJob', { target: everybody, action: setGold })
  while ((await total(hasLevel('gold'))) < 100) await nextTurn()
  const [last, second] = [made.at(-1), made.at(-2)]
  await shop.call('contacts.trash', { ids: last === undefined ? [] : [last] })
  await shop.call('contacts.bulk', { target: ids(...(second === undefined ? [] : [second])), action: setGold })

  expect(await shop.jobs.ended(jobId)).toMatchObject({ state: 'done', counts: { changed: 398, unchanged: 2 } })
  expect((await get(last)).level).toBe('')
})

test('a job cut short by a crash is taken back at the next open', async () => {
  fillShop(shop, 500, () => ({ tags: ['旧'] }))
  const before = livingRows(shop)
  await shop.call('contacts.bulkAsJob', { target: everybody, action: { do: 'tag', add: ['VIP'], remove: ['旧'] } })
  while (shop.vault.db.get("SELECT 1 FROM _tag_count WHERE name = 'VIP' AND n > 0") === undefined) await nextTurn()
  await shop.jobs.jobs.close()
  expect(livingRows(shop)).not.toEqual(before)

  shop = shop.crash()
  rollBackUnfinished({ db: shop.vault.db, spine: shop.vault.spine, jobs: shop.jobs.jobs })
  const [job] = shop.jobs.jobs.list()
  expect(await shop.jobs.ended(job?.id ?? '')).toMatchObject({ kind: 'rollback', state: 'done' })
  expect(livingRows(shop)).toEqual(before)
})

test('a job over nobody ends with nothing to undo', async () => {
  const job = await shop.bulk({ by: 'query', search: 'nobody', filter: null, except: [] }, addVip)

  expect(job).toMatchObject({ state: 'done', total: null, counts: { changed: 0, unchanged: 0 } })
  expect((await shop.call('acts.stack', {})).undo).toBeNull()
})

function nextTurn(): Promise<void> {
  return new Promise(resolve => void setImmediate(resolve))
}
