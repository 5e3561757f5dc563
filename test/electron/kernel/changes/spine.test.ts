import { afterEach, describe, expect, test } from 'vitest'
import { AppError } from '../../../../shared/kernel/app-error.ts'
import { change, editAct, idOf, importAct, insertCard, insertPerson, livingRows, shop } from '../../../helpers/shop-tables.ts'
import { openTestVault, type TestVault } from '../../../helpers/test-vault.ts'

let vault: TestVault
afterEach(() => vault.close())

function codeOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    return error instanceof AppError ? error.code : 'bug'
  }
  return 'none'
}

describe('apply', () => {
  test('writes row, log, timeline and derived row when a record is inserted', () => {
    vault = openTestVault(shop)

    const act = vault.apply(editAct, [insertPerson(idOf(1), '王芳', 5), insertCard(idOf(2), idOf(1))])

    expect(act).toMatchObject({ kind: 'edit', name: 'contact-edit', count: 1, undoes: null, at: '2026-11-20T08:00:00.000Z' })
    expect(vault.db.get('SELECT name, points, deleted_ts FROM person')).toEqual({ name: '王芳', points: 5, deleted_ts: null })
    expect(vault.db.all('SELECT tbl, kind, base, user_id, batch_id, wall FROM change_log WHERE batch_id = ?', act.id)).toEqual([
      { tbl: 'person', kind: 'insert', base: null, user_id: vault.actor.staffId, batch_id: act.id, wall: vault.wall.getTime() },
      { tbl: 'card', kind: 'insert', base: null, user_id: vault.actor.staffId, batch_id: act.id, wall: vault.wall.getTime() },
    ])
    expect(vault.db.all('SELECT kind, ref FROM _timeline WHERE customer = ?', idOf(1))).toEqual([
      { kind: 'change', ref: act.id },
      { kind: 'change', ref: act.id },
    ])
    expect(vault.db.all('SELECT person_id, n FROM _card_count')).toEqual([{ person_id: idOf(1), n: 1 }])
    expect(vault.db.all('SELECT col FROM _cell_clock WHERE row_id = ?', idOf(1))).toEqual([])
  })

  test('names the replaced version of each column when a record is updated', () => {
    vault = openTestVault(shop)
    vault.apply(editAct, [insertPerson(idOf(1), 'Ann', 1)])
    vault.apply(editAct, [change('person', idOf(1), 'update', { name: 'Anna' })])
    vault.apply(editAct, [change('person', idOf(1), 'update', { name: 'Anne', points: 2 })])

    const log = vault.db.all<{ ts: string; base: string | null }>(
      'SELECT lower(hex(ts)) AS ts, base FROM change_log WHERE row_id = ? ORDER BY change_log.ts',
      idOf(1),
    )

    expect(JSON.parse(log[1]?.base ?? '')).toEqual({ name: log[0]?.ts })
    expect(JSON.parse(log[2]?.base ?? '')).toEqual({ name: log[1]?.ts, points: log[0]?.ts })
    expect(vault.db.all('SELECT col, lower(hex(ts)) AS ts FROM _cell_clock WHERE row_id = ? ORDER BY col', idOf(1))).toEqual([
      { col: 'name', ts: log[2]?.ts },
      { col: 'points', ts: log[2]?.ts },
    ])
  })

  test('logs nothing when an update changes nothing', () => {
    vault = openTestVault(shop)
    vault.apply(editAct, [insertPerson(idOf(1), 'Ann')])

    const act = vault.apply(editAct, [change('person', idOf(1), 'update', { name: 'Ann' })])

    expect(vault.spine.rowCount(act.id)).toBe(0)
    expect(vault.db.all("SELECT act FROM _undo WHERE stack = 'undo'")).toHaveLength(1)
  })

  test('keeps a tombstone when a record is deleted, and clears it when it is restored', () => {
    vault = openTestVault(shop)
    vault.apply(editAct, [insertPerson(idOf(1))])

    vault.apply(editAct, [change('person', idOf(1), 'delete')])
    const deleted = vault.db.get<{ deleted_ts: Uint8Array; deleted_by: string }>('SELECT deleted_ts, deleted_by FROM person')
    vault.apply(editAct, [change('person', idOf(1), 'restore')])

    expect(deleted?.deleted_by).toBe(vault.actor.staffId)
    expect(deleted?.deleted_ts).toHaveLength(16)
    expect(vault.db.get('SELECT deleted_ts, deleted_by FROM person')).toEqual({ deleted_ts: null, deleted_by: null })
  })

  test('refuses a duplicate, a missing and a deleted record, by name', () => {
    vault = openTestVault(shop)
    vault.apply(editAct, [insertPerson(idOf(1)), insertPerson(idOf(2))])
    vault.apply(editAct, [change('person', idOf(2), 'delete')])

    const codes = [
      insertPerson(idOf(1)),
      change('person', idOf(9), 'delete'),
      change('person', idOf(9), 'update', { name: 'x' }),
      change('person', idOf(2), 'update', { name: 'x' }),
      change('person', idOf(2), 'delete'),
      change('person', idOf(9), 'restore'),
      change('person', idOf(1), 'restore'),
    ].map(one => codeOf(() => vault.apply(editAct, [one])))

    expect(codes).toEqual(['conflict', 'not-found', 'not-found', 'not-found', 'not-found', 'not-found', 'conflict'])
  })

  test('throws a bug when a table, column, type or id is not one', () => {
    vault = openTestVault(shop)
    vault.apply(editAct, [insertPerson(idOf(1))])
    const person = insertPerson(idOf(2))

    const codes = [
      change('nobody', idOf(1), 'delete'),
      change('person', idOf(1), 'update', { surname: 'x' }),
      change('person', idOf(1), 'update', { name: 5 }),
      change('person', idOf(1), 'update', { points: 1.5 }),
      change('person', idOf(1), 'update', { points: 'x' }),
      change('person', idOf(1), 'update', { name: null }),
      change('person', idOf(1), 'update', { deleted_by: 'x' }),
      change('person', idOf(1), 'delete', { name: 'x' }),
      { ...person, id: 'not-an-id' },
      { ...person, values: { name: 'x' } },
    ].map(one => codeOf(() => vault.apply(editAct, [one])))

    expect(new Set(codes)).toEqual(new Set(['bug']))
    expect(vault.db.get('SELECT count(*) AS n FROM person')).toEqual({ n: 1 })
  })

  test('does nothing or restores when a record that may be there already is inserted', () => {
    vault = openTestVault(shop)
    const tag = { table: 'label', id: idOf(5), kind: 'insert', values: { name: 'VIP' }, ifAbsent: true } as const

    const first = vault.apply(editAct, [tag])
    const second = vault.apply(editAct, [tag])
    vault.apply(editAct, [change('label', idOf(5), 'delete')])
    const third = vault.apply(editAct, [tag])

    expect([first, second, third].map(act => vault.spine.rowCount(act.id))).toEqual([1, 0, 1])
    expect(vault.db.get('SELECT deleted_ts FROM label')).toEqual({ deleted_ts: null })
  })

  test('leaves nothing of the change set when a later change of it fails and the error is caught', () => {
    vault = openTestVault(shop)

    vault.db.transaction(() => {
      const act = vault.spine.begin(editAct, vault.actor)
      expect(() => vault.spine.write(act, [insertPerson(idOf(1)), change('person', idOf(9), 'delete')])).toThrow('not-found')
      vault.spine.finish(act)
    })

    expect(livingRows(vault.db)).toEqual([[], [], []])
    expect(vault.db.get('SELECT open FROM temp._write_gate')).toEqual({ open: 0 })
  })

  test('throws when no transaction is open', () => {
    vault = openTestVault(shop)

    expect(() => vault.spine.apply(editAct, vault.actor, [])).toThrow('outside a transaction')
  })

  test('keeps bytes, infinities and great numbers when they go through log and undo', () => {
    vault = openTestVault(shop)
    const photo = Buffer.from([0, 255, 1, 128])
    vault.apply(editAct, [
      {
        table: 'person',
        id: idOf(1),
        kind: 'insert',
        values: { name: 'a\u0000b', points: 2 ** 53 - 1, weight: -Infinity, photo },
      },
    ])
    const before = livingRows(vault.db)
    const act = vault.apply(editAct, [
      change('person', idOf(1), 'update', { name: '\ud800', points: 0, weight: 0.1, photo: null }),
    ])

    vault.db.transaction(() => vault.spine.undo(act.id, vault.actor))

    expect(livingRows(vault.db)).toEqual(before)
  })

  test('keeps file and row when a change came from a file', () => {
    vault = openTestVault(shop)

    vault.apply(importAct, [{ ...insertPerson(idOf(1)), source: { file: 'cards.vcf', row: 41 } }])

    expect(vault.db.get('SELECT source FROM change_log WHERE row_id = ?', idOf(1))).toEqual({
      source: '{"file":"cards.vcf","row":41}',
    })
  })
})

describe('takeWritten', () => {
  test('answers tables and customers once when something was written', () => {
    vault = openTestVault(shop)
    vault.apply(editAct, [insertPerson(idOf(1)), insertCard(idOf(2), idOf(1))])

    expect(vault.spine.takeWritten()).toEqual({ tables: ['person', 'card'], contactIds: [idOf(1)] })
    expect(vault.spine.takeWritten()).toBeNull()
  })
})
