import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fieldChanges, type RecordChange, type RowState } from '../../../../electron/features/contacts/field-changes.ts'
import { createHistoryNames } from '../../../../electron/features/contacts/history-names.ts'
import { createRecordFold, type LoggedRow } from '../../../../electron/features/contacts/record-fold.ts'
import type { Change } from '../../../../electron/kernel/changes/change.ts'
import { recordHistory } from '../../../../electron/kernel/changes/change-log.ts'
import { compareStamps } from '../../../../electron/kernel/changes/hybrid-clock.ts'
import { aPhone, type ContactsVault, openContactsVault } from './contacts-vault.ts'
import { attempt, randomDoings } from './random-shop.ts'

let shop: ContactsVault
beforeEach(() => {
  shop = openContactsVault()
})
afterEach(() => shop.vault.close())

type ActRow = LoggedRow & { readonly act: string }

/** Acts of a customer's history, oldest first, each with its rows. */
function actsOf(customer: string): readonly (readonly ActRow[])[] {
  const rows = shop.vault.db.all<ActRow>(
    `SELECT l.ts, l.tbl, l.row_id, l.kind, l.vals, l.batch_id AS act FROM _timeline AS t JOIN change_log AS l ON l.ts = t.at
     WHERE t.customer = ? ORDER BY t.at`,
    customer,
  )
  const acts: ActRow[][] = []
  for (const row of rows) {
    if (acts.at(-1)?.[0]?.act === row.act) acts.at(-1)?.push(row)
    else acts.push([row])
  }
  return acts
}

function toldBy(customer: string, changes: readonly RecordChange[]): unknown {
  return changes.flatMap(change => fieldChanges(createHistoryNames(shop.vault.db), customer, change))
}

/** By reading the whole log of each record for each act. */
function slowly(rows: readonly LoggedRow[]): readonly RecordChange[] {
  const keys = [...new Set(rows.map(row => `${row.tbl} ${row.row_id}`))]
  return keys.map(key => {
    const own = rows.filter(row => `${row.tbl} ${row.row_id}` === key)
    const [first, last] = [own[0] as LoggedRow, own.at(-1) as LoggedRow] // one of them made the key
    let before: RowState = { isLiving: false, values: {} }
    let after = before
    let [isNew, written] = [false, {}]
    for (const version of recordHistory(shop.vault.db, first.tbl, first.row_id)) {
      if (compareStamps(version.ts, last.ts) > 0) break
      const isLiving = version.kind === 'update' ? after.isLiving : version.kind !== 'delete'
      after = { isLiving, values: { ...after.values, ...version.values } }
      if (compareStamps(version.ts, first.ts) < 0) before = after
      else {
        written = { ...written, ...version.values }
        isNew ||= version.kind === 'insert'
      }
    }
    return { table: first.tbl, isNew, before, after, written }
  })
}

test('any part of a history is told as if each record were read from its beginning', () => {
  fc.assert(
    fc.property(randomDoings, fc.nat({ max: 5 }), (doings, from) => {
      for (const doing of doings) {
        const act = attempt(shop, doing)
        if (act !== null && doing.a === 2) shop.undo(act)
      }
      for (const { id } of shop.vault.db.all<{ id: string }>('SELECT id FROM contact')) {
        const acts = actsOf(id).slice(from)
        const fold = createRecordFold(shop.vault.db, acts.flat())
        for (const rows of acts) expect(toldBy(id, fold(rows))).toEqual(toldBy(id, slowly(rows)))
      }
    }),
    { numRuns: 12 },
  )
})

test('a number that was changed while it belonged to somebody else comes back as it was there', () => {
  const [ann, ben] = [shop.create({ name: 'Ann', phones: [aPhone('111')] }), shop.create({ name: 'Ben' })]
  const phone = shop.call('contacts.get', { id: ann }).phones[0]?.id ?? ''
  const change = (values: Change['values']): void => {
    shop.wait(1)
    const act = { kind: 'edit', name: 'contact-edit', subject: '' } as const
    shop.vault.apply(act, [{ table: 'contact_phone', id: phone, kind: 'update', values }])
  }
  change({ contact_id: ben })
  change({ value: '222' })
  change({ contact_id: ann })
  change({ value: '333' })

  const fold = createRecordFold(shop.vault.db, actsOf(ann).flat())

  const phones = actsOf(ann).map(rows => {
    const told = fold(rows).find(one => one.table === 'contact_phone')
    return [told?.before.values['value'], told?.after.values['value']]
  })
  expect(phones).toEqual([
    [undefined, '111'],
    ['111', '111'],
    ['222', '222'],
    ['222', '333'],
  ])
})

test('of a long history only what lies before a page is read, and of that only the last', () => {
  const id = shop.create({ name: 'Ann', note: '0' })
  for (let n = 1; n <= 30; n += 1) shop.edit(id, () => ({ note: String(n) }))
  const read: string[] = []
  const { db } = shop.vault
  const counting = {
    ...db,
    iterate: <Row>(sql: string, ...params: Parameters<typeof db.iterate>[1][]): IterableIterator<Row> => {
      const rows = db.iterate<Row>(sql, ...params)
      return (function* () {
        for (const row of rows) {
          read.push(sql)
          yield row
        }
      })()
    },
  }

  const acts = actsOf(id).slice(-10)
  const fold = createRecordFold(counting, acts.flat())
  const told = acts.flatMap(rows => fold(rows).map(change => [change.before.values['note'], change.after.values['note']]))

  expect(told).toEqual(Array.from({ length: 10 }, (_, n) => [String(n + 20), String(n + 21)]))
  expect(read).toHaveLength(1)
})
