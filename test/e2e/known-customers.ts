import { pinyin } from 'pinyin-pro'
import type { Page } from 'playwright'
import type { ContactRow } from '../../shared/features/contacts/contact.ts'
import { askProgram } from './ask-program.ts'

/** What people type who know the last digits of a number, how a name sounds, or two of its characters. */
export const waysToFind = {
  'four digits': ({ phone }) => phone.slice(-4),
  initials: ({ name }) => pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', surname: 'head' }).join(''),
  'two characters': ({ name }) => name.slice(-2),
} as const satisfies Readonly<Record<string, (customer: ContactRow) => string>>
export type WayToFind = keyof typeof waysToFind

export interface KnownCustomer {
  readonly name: string
  readonly phone: string
  readonly typed: string
}

const chineseName = /^\p{Script=Han}{3}$/u
const pageSize = 100
/** Pages of the list lie so far apart, so that the people differ in surname and age. */
const step = 701

/** People with a name of three characters and a number, from all over the list; the program puts each first for what is typed. */
export async function* knownCustomers(page: Page, way: WayToFind): AsyncGenerator<KnownCustomer, never> {
  const typedFor: (customer: ContactRow) => string = waysToFind[way]
  const sort = { by: 'name', dir: 'asc' } as const
  for (let offset = Object.keys(waysToFind).indexOf(way) * pageSize; ; offset += step) {
    const { rows } = await askProgram(page, 'contacts.list', {
      search: '',
      filter: null,
      sort,
      customFields: [],
      offset,
      limit: pageSize,
    })
    if (rows.length === 0) throw new Error(`nobody more stands first by ${way}`)
    for (const row of rows) {
      if (row.kind !== 'person' || row.phone === '' || !chineseName.test(row.name)) continue
      const typed = typedFor(row)
      const { hits } = await askProgram(page, 'contacts.find', { text: typed, limit: 1, scope: 'all' })
      if (hits[0]?.row.id !== row.id) continue
      yield { name: row.name, phone: row.phone, typed }
      // one of each page
      break
    }
  }
}
