import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createChanges } from '../../../../electron/features/contacts/contact-changes.ts'
import { newId } from '../../../../electron/kernel/clock.ts'
import type { ContactSort } from '../../../../shared/features/contacts/contact-list-query.ts'
import { aDraft, type ContactsVault, openContactsVault } from './contacts-vault.ts'

const customers = 1_700
const sorts: readonly ContactSort[] = [
  { by: 'activity', dir: 'desc' },
  { by: 'created', dir: 'desc' },
  { by: 'name', dir: 'asc' },
  { by: 'name', dir: 'desc' },
]

let shop: ContactsVault
beforeAll(() => {
  shop = openContactsVault()
  // many of one time, as an import makes them, and many of one name
  for (let made = 0; made < customers; made += 340) {
    shop.wait(1000)
    const createdAt = shop.vault.wall.toISOString()
    const changes = Array.from({ length: 340 }, (_, n) => {
      const name = `客户${(n * 7) % 11}`
      return createChanges(aDraft({ name }), { id: newId(), createdAt, newId })
    })
    shop.vault.apply({ kind: 'import', name: 'vcard-import', subject: '' }, changes.flat())
  }
})
afterAll(() => shop.vault.close())

const columns = {
  activity: 'last DESC, name_key, doc',
  created: 'created DESC, name_key, doc',
  'name asc': 'name_key, doc',
  'name desc': 'name_key DESC, doc DESC',
} as const

/** The whole order, by one plain statement. */
function wholeBy({ by, dir }: ContactSort): readonly string[] {
  const order = by === 'activity' || by === 'created' ? columns[by] : columns[`name ${dir}`]
  return shop.vault.db.column<string>(`SELECT id FROM _contact_line ORDER BY ${order}`)
}

function pageOf(sort: ContactSort, offset: number, limit: number): readonly string[] {
  const page = shop.call('contacts.list', { search: '', filter: null, sort, offset, limit, customFields: [] })
  expect(page.total).toBe(customers)
  return page.rows.map(row => row.id)
}

test('a page anywhere is the same as in the whole, in whatever order pages are asked for', () => {
  const jumps = fc.array(fc.record({ offset: fc.nat({ max: customers + 20 }), limit: fc.integer({ min: 1, max: 200 }) }), {
    minLength: 1,
    maxLength: 8,
  })
  fc.assert(
    fc.property(fc.constantFrom(...sorts), jumps, fc.boolean(), (sort, pages, isWrittenFirst) => {
      // what is known of places is forgotten at each write
      if (isWrittenFirst) shop.vault.apply({ kind: 'edit', name: 'contact-edit', subject: '' }, [renamed()])
      const whole = wholeBy(sort)
      for (const { offset, limit } of pages) expect(pageOf(sort, offset, limit)).toEqual(whole.slice(offset, offset + limit))
    }),
    { numRuns: 60 },
  )
})

test('a customer stands where the whole has her', () => {
  for (const sort of sorts) {
    const whole = wholeBy(sort)
    for (const index of [0, 499, 500, 501, 1234, customers - 1]) {
      const id = whole[index] ?? ''
      expect(shop.call('contacts.indexOf', { search: '', filter: null, sort, id })).toEqual({ index })
    }
  }
})

test('a customer that is not in the list stands nowhere', () => {
  const [id] = wholeBy({ by: 'name', dir: 'asc' })
  const nobody = {
    match: 'all' as const,
    items: [{ on: 'choice' as const, field: 'level' as const, test: { op: 'any' as const, values: ['vip'] } }],
  }
  const sort: ContactSort = { by: 'name', dir: 'asc' }

  expect(shop.call('contacts.indexOf', { search: '', filter: nobody, sort, id: id ?? '' })).toEqual({ index: null })
  expect(shop.call('contacts.indexOf', { search: '', filter: null, sort, id: newId() })).toEqual({ index: null })
})

let renames = 0
function renamed() {
  renames += 1
  const id =
    shop.vault.db.column<string>('SELECT id FROM _contact_line ORDER BY doc LIMIT 1 OFFSET ?', (renames * 37) % customers)[0] ??
    ''
  return { table: 'contact', id, kind: 'update' as const, values: { name: `新名${renames % 5}` } }
}
