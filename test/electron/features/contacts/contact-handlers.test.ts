import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Contact, type ContactDraft, emptyContactDraft } from '../../../../shared/features/contacts/contact.ts'
import { AppError } from '../../../../shared/kernel/app-error.ts'
import { aDraft, aPhone, type ContactsVault, draftOf, openContactsVault } from './contacts-vault.ts'

let shop: ContactsVault
beforeEach(() => {
  shop = openContactsVault()
})
afterEach(() => shop.vault.close())

const full: ContactDraft = {
  ...emptyContactDraft(),
  surnameReading: 'chong',
  memberNo: 'M-0042',
  level: 'gold',
  source: 'referral',
  stage: 'returning',
  language: 'yue',
  preferredChannel: 'wechat',
  preference: 'after 18:00',
  pinnedNote: 'allergic to nuts',
  kind: 'organisation',
  name: '重庆饭店',
  alias: 'CQ',
  salutation: '老板',
  gender: 'not-stated',
  company: '江湖集团',
  jobTitle: 'Chef',
  birthday: { calendar: 'lunar', year: null, month: 8, day: 15, leap: false },
  note: 'likes tea\n二楼',
  phones: [aPhone('+86 138 0013 8000', { preferred: true }), aPhone('010-12345678', { label: 'work' })],
  emails: [{ id: null, label: 'work', value: 'a@example.com', preferred: true }],
  addresses: [
    {
      id: null,
      label: 'home',
      country: '中国',
      region: '重庆',
      city: '重庆',
      district: '渝中区',
      detail: '解放碑 1 号',
      postcode: '400010',
      preferred: true,
    },
  ],
  handles: [{ id: null, service: 'wechat', value: 'cq_wx', preferred: true }],
  tags: ['茶', 'VIP'],
}

function get(id: string): Contact {
  return shop.call('contacts.get', { id })
}

function update(id: string, change: (draft: ContactDraft) => ContactDraft) {
  const contact = get(id)
  return shop.call('contacts.update', { id, revision: contact.revision, draft: change(draftOf(contact)) })
}

function codeOf(work: () => unknown): string | undefined {
  try {
    work()
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
  return undefined
}

const withoutIds = (draft: ContactDraft) =>
  JSON.parse(JSON.stringify(draft, (key, value: unknown) => (key === 'id' ? null : value)))

test('get answers what was created', () => {
  const id = shop.create(full)

  const contact = get(id)

  expect(withoutIds(draftOf(contact))).toEqual(full)
  expect(contact).toMatchObject({
    id,
    createdAt: '2026-11-20T08:00:00.000Z',
    changedAt: '2026-11-20T08:00:00.000Z',
    trashedAt: null,
  })
})

test('the first of a list is preferred when none was marked, and only the first marked one when several were', () => {
  const none = shop.create({ phones: [aPhone('111'), aPhone('222')] })
  const both = shop.create({ phones: [aPhone('111'), aPhone('222', { preferred: true }), aPhone('333', { preferred: true })] })

  expect(get(none).phones.map(phone => phone.preferred)).toEqual([true, false])
  expect(get(both).phones.map(phone => phone.preferred)).toEqual([false, true, false])
})

test('update answers no act and keeps the revision when nothing differs', () => {
  const id = shop.create(full)
  const before = get(id)

  expect(update(id, draft => draft)).toEqual({ id, act: null })
  expect(get(id)).toEqual(before)
})

test('update stores every difference and undo takes all of it back', () => {
  const id = shop.create(full)
  const before = get(id)
  shop.wait(60_000)

  const { act } = update(id, draft => ({
    ...draft,
    name: '新名',
    birthday: { calendar: 'solar', year: 1990, month: 2, day: 28, leap: false },
    phones: [aPhone('999000'), ...draft.phones.toReversed()],
    emails: [],
    addresses: draft.addresses.map(address => ({ ...address, city: '成都' })),
    handles: [...draft.handles, { id: null, service: 'qq', value: '12345', preferred: false }],
    tags: ['茶', '新客'],
  }))

  const changed = get(id)
  expect(changed.name).toBe('新名')
  expect(changed.phones.map(phone => phone.value)).toEqual(['999000', '010-12345678', '+86 138 0013 8000'])
  expect(changed.phones.filter(phone => phone.preferred)).toHaveLength(1)
  expect(changed.emails).toEqual([])
  expect(changed.addresses[0]?.city).toBe('成都')
  expect(changed.handles.map(handle => handle.value)).toEqual(['cq_wx', '12345'])
  expect(changed.tags).toEqual(['茶', '新客'])
  expect(changed.changedAt).toBe('2026-11-20T08:01:00.000Z')
  expect(changed.revision).not.toBe(before.revision)

  shop.vault.db.transaction(() => shop.vault.spine.undo(act?.id ?? '', shop.vault.actor))
  expect(draftOf(get(id))).toEqual(draftOf(before))
})

test('update fails with conflict when somebody changed the customer in between, or only a phone of it', () => {
  const id = shop.create(full)
  const seen = get(id)
  update(id, draft => ({ ...draft, phones: draft.phones.slice(1) }))

  expect(codeOf(() => shop.call('contacts.update', { id, revision: seen.revision, draft: draftOf(seen) }))).toBe('conflict')
})

test('update refuses an item of another customer', () => {
  const [phone] = get(shop.create({ phones: [aPhone('111')] })).phones
  const id = shop.create({})

  expect(codeOf(() => update(id, draft => ({ ...draft, phones: phone === undefined ? [] : [phone] })))).toBe('invalid-input')
})

test('update writes one row of the log when one value differs', () => {
  const id = shop.create(full)

  const { act } = update(id, draft => ({
    ...draft,
    phones: draft.phones.map((phone, index) => (index === 1 ? { ...phone, value: '5' } : phone)),
  }))

  expect(shop.vault.spine.rowCount(act?.id ?? '')).toBe(1)
})

test('a tag comes back as the same one when it is taken off and put on again, in another spelling', () => {
  const id = shop.create({ tags: ['VIP'] })
  update(id, draft => ({ ...draft, tags: [] }))
  update(id, draft => ({ ...draft, tags: ['ｖｉｐ', 'VIP'] }))

  expect(get(id).tags).toEqual(['VIP'])
  expect(shop.call('contacts.tags', {})).toMatchObject([{ name: 'VIP', count: 1 }])
})

test('tags counts living customers only', () => {
  const [first] = [shop.create({ tags: ['茶', 'VIP'] }), shop.create({ tags: ['茶'] })]
  shop.call('contacts.trash', { ids: [first] })

  expect(shop.call('contacts.tags', {}).map(({ name, count }) => [name, count])).toEqual([
    ['茶', 1],
    ['VIP', 0],
  ])
})

test('a tag stays with a customer when the act that first used it is taken back', () => {
  const first = shop.call('contacts.create', { draft: aDraft({ tags: ['茶'] }) })
  const second = shop.create({ tags: ['茶'] })

  shop.vault.db.transaction(() => shop.vault.spine.undo(first.act.id, shop.vault.actor))

  expect(get(second).tags).toEqual(['茶'])
  expect(shop.call('contacts.tags', {})).toMatchObject([{ name: '茶', count: 1 }])
})

test('undo of a creation leaves nothing to see, and redo brings all of it back', () => {
  const { id, act } = shop.call('contacts.create', { draft: full })
  const before = get(id)
  const { spine, db, actor } = shop.vault

  db.transaction(() => spine.undo(act.id, actor))
  expect(codeOf(() => get(id))).toBe('not-found')
  expect(codeOf(() => shop.call('contacts.putBack', { ids: [id] }))).toBe('not-found')
  expect(shop.call('contacts.listTrash', { offset: 0, limit: 10 }).total).toBe(0)
  expect(
    shop.call('contacts.list', {
      search: '',
      sort: { by: 'name', dir: 'asc' },
      filter: null,
      customFields: [],
      offset: 0,
      limit: 10,
    }).total,
  ).toBe(0)

  db.transaction(() => spine.redo(act.id, actor))
  expect(draftOf(get(id))).toEqual(draftOf(before))
  expect(
    shop.call('contacts.list', {
      search: 'cq_wx',
      sort: { by: 'name', dir: 'asc' },
      filter: null,
      customFields: [],
      offset: 0,
      limit: 10,
    }).total,
  ).toBe(1)
})

test('create keeps any text as it was typed', () => {
  const name = `Robert'); DROP TABLE contact;-- "%_*\\ 👩‍👩‍👧 \u202e`

  expect(get(shop.create({ name })).name).toBe(name.trim())
})
