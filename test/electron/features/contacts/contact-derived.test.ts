import { Faker, zh_CN } from '@faker-js/faker'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contactDerived } from '../../../../electron/features/contacts/contact-derived.ts'
import { type ContactDraft, type ContactId, emptyContactDraft } from '../../../../shared/features/contacts/contact.ts'
import { AppError } from '../../../../shared/kernel/app-error.ts'
import { aPhone, type ContactsVault, derivedContent, openContactsVault } from './contacts-vault.ts'

let shop: ContactsVault
beforeEach(() => {
  shop = openContactsVault()
})
afterEach(() => shop.vault.close())

const search = (text: string) =>
  shop
    .call('contacts.list', {
      search: text,
      sort: { by: 'activity', dir: 'desc' },
      filter: null,
      customFields: [],
      offset: 0,
      limit: 50,
    })
    .rows.map(row => row.name)

function edit(id: ContactId, change: Partial<ContactDraft>): string | null {
  return shop.edit(id, () => change)
}

test('a rebuild gives what was kept after random creates, edits, trash, undo and redo', () => {
  const faker = new Faker({ locale: [zh_CN] })
  faker.seed(42)
  const pick = <T>(items: readonly T[]): T => faker.helpers.arrayElement(items)
  const { spine, db, actor } = shop.vault
  const text = () => pick(['李明', '王小华', '單于', '单于', '乾', '干', 'Ann', '𠮷野', 'VIP 茶', '%'])
  const ids: ContactId[] = []
  const acts: string[] = []
  const steps: (() => string | undefined)[] = [
    () => {
      const draft = {
        ...emptyContactDraft(),
        name: text(),
        tags: [text()],
        phones: [aPhone(faker.string.numeric(11))],
        note: text(),
      }
      const { id, act } = shop.call('contacts.create', { draft })
      ids.push(id)
      return act.id
    },
    () =>
      edit(pick(ids), {
        name: text(),
        kind: pick(['person', 'organisation']),
        alias: pick(['', text()]),
        surnameReading: pick(['', 'yu chi', 'yuchi', 'chán', 'xi an', 'xian']),
        memberNo: pick(['', 'M-0042', '会员7']),
        company: text(),
        phones: pick([[], [aPhone('13800138000')]]),
        tags: pick([[], [text()]]),
      }) ?? undefined,
    () => shop.call('contacts.trash', { ids: faker.helpers.arrayElements(ids, 2) }).act.id,
    () => shop.call('contacts.putBack', { ids: faker.helpers.arrayElements(ids, 3) }).act.id,
    () => db.transaction(() => spine.undo(pick(acts), actor)).act.id,
    () => db.transaction(() => spine.redo(pick(acts), actor)).act.id,
  ]
  for (let n = 0; n < 300; n += 1) {
    shop.wait(1)
    acts.push(...attempt(n < 5 ? steps[0] : pick(steps)))
  }
  const kept = derivedContent(shop)
  const counted = db.get('SELECT count(*) AS n FROM contact WHERE deleted_ts IS NULL')

  db.transaction(() => contactDerived.rebuild(db))

  expect(derivedContent(shop)).toEqual(kept)
  expect(db.get('SELECT n FROM _contact_count')).toEqual(counted)
  expect(ids.length).toBeGreaterThan(30)
})

test('the index forgets what was changed and finds what it was changed to', () => {
  const id = shop.create({ name: '李明', phones: [aPhone('13800138000')] })
  edit(id, { name: '王芳', phones: [aPhone('13911112222')] })

  expect(['李明', '李', '8000', '138001'].flatMap(search)).toEqual([])
  expect(['王芳', '芳', '2222', '+86 139'].flatMap(search)).toEqual(['王芳', '王芳', '王芳', '王芳'])
})

test('nothing is written to the index when nothing that can be found has changed', () => {
  const id = shop.create({ name: '李明' })
  const size = () => shop.vault.db.get<{ n: number }>('SELECT count(*) AS n FROM _search_data')?.n
  const before = size()

  for (let n = 0; n < 20; n += 1) edit(id, { gender: n % 2 === 0 ? 'female' : 'male' })

  expect(size()).toBe(before)
})

test('the index stays in few segments when many saves are made one by one', () => {
  for (let n = 0; n < 300; n += 1) shop.create({ name: `客户${n}`, note: `tea ${n}` })

  const segments = shop.vault.db.get<{ n: number }>('SELECT count(DISTINCT segid) AS n FROM _search_idx')?.n

  expect(segments).toBeLessThan(32)
})

/** The act's id; none when the step was not possible now. */
function attempt(step: (() => string | undefined) | undefined): string[] {
  try {
    const id = step?.()
    return id === undefined ? [] : [id]
  } catch (error) {
    if (error instanceof AppError) return []
    throw error
  }
}
