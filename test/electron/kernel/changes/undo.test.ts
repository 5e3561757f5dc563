import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { UndoOutcome } from '../../../../shared/features/acts/act.ts'
import { change, editAct, idOf, importAct, insertCard, insertPerson, livingRows, shop } from '../../../helpers/shop-tables.ts'
import { openTestVault, type TestVault } from '../../../helpers/test-vault.ts'

let vault: TestVault
beforeEach(() => {
  vault = openTestVault(shop)
})
afterEach(() => vault.close())

const [ann, bob, card, label] = [idOf(1), idOf(2), idOf(3), idOf(4)]
const rename = (name: string, id = ann) => change('person', id, 'update', { name })

function undo(actId: string): UndoOutcome {
  return vault.db.transaction(() => vault.spine.undo(actId, vault.actor))
}

function redo(actId: string): UndoOutcome {
  return vault.db.transaction(() => vault.spine.redo(actId, vault.actor))
}

function nameOf(id: string): unknown {
  return vault.db.get<{ name: string }>('SELECT name FROM person WHERE id = ? AND deleted_ts IS NULL', id)?.name
}

describe('undo', () => {
  test('takes the whole act back as a new act that names it', () => {
    const act = vault.apply(editAct, [insertPerson(ann), insertPerson(bob), insertCard(card, bob)])

    const outcome = undo(act.id)

    expect(outcome).toMatchObject({
      undone: 3,
      left: [],
      leftCount: 0,
      act: { kind: 'undo', name: act.name, undoes: act.id, count: 2 },
    })
    expect(livingRows(vault.db)).toEqual([[], [], []])
    expect(vault.db.get('SELECT state, undone_by FROM act WHERE id = ?', act.id)).toEqual({
      state: 'done',
      undone_by: outcome.act.id,
    })
  })

  test('leaves and lists a record when another act changed it since', () => {
    vault.apply(editAct, [insertPerson(ann, 'Ann'), insertPerson(bob, 'Bob')])
    const act = vault.apply({ ...editAct, kind: 'bulk' }, [rename('A'), rename('B', bob)])
    vault.apply(editAct, [rename('Anna')])

    const outcome = undo(act.id)

    expect(outcome.left).toEqual([{ table: 'person', id: ann, contactId: ann, name: 'Anna' }])
    expect([outcome.undone, outcome.leftCount, nameOf(ann), nameOf(bob)]).toEqual([1, 1, 'Anna', 'Bob'])
  })

  test('counts a change that was itself undone as none', () => {
    const act = vault.apply(editAct, [insertPerson(ann)])
    const later = vault.apply(editAct, [insertCard(card, ann)])
    undo(later.id)

    expect(undo(act.id)).toMatchObject({ leftCount: 0 })
    expect(livingRows(vault.db)).toEqual([[], [], []])
  })

  test('leaves an imported customer whole when somebody added to it since', () => {
    const act = vault.apply(importAct, [
      insertPerson(ann, 'Ann'),
      insertCard(idOf(5), ann),
      insertPerson(bob),
      insertCard(idOf(6), bob),
    ])
    vault.apply(editAct, [insertCard(card, ann)])

    const outcome = undo(act.id)

    expect(outcome.left).toEqual([{ table: 'person', id: ann, contactId: ann, name: 'Ann' }])
    expect(outcome.undone).toBe(2)
    expect(vault.db.all('SELECT id FROM card WHERE deleted_ts IS NULL ORDER BY id').length).toBe(2)
    expect([nameOf(ann), nameOf(bob)]).toEqual(['Ann', undefined])
  })

  test('keeps a shared record when others use it by now, and takes it back when nobody does', () => {
    const tag = { table: 'label', id: label, kind: 'insert', values: { name: 'VIP' }, ifAbsent: true } as const
    vault.apply(editAct, [insertPerson(bob)])
    const act = vault.apply(editAct, [insertPerson(ann), tag, insertCard(card, ann, label)])
    const other = vault.apply(editAct, [tag, insertCard(idOf(5), bob, label)])

    undo(act.id)
    const kept = vault.db.get('SELECT deleted_ts FROM label')
    redo(act.id)
    undo(other.id)
    undo(act.id)

    expect(kept).toEqual({ deleted_ts: null })
    expect(vault.db.get('SELECT 1 AS living FROM label WHERE deleted_ts IS NULL')).toBeUndefined()
  })

  test('leaves a record alone when its old values were erased', () => {
    vault.apply(editAct, [insertPerson(ann, 'Ann')])
    const act = vault.apply(editAct, [rename('Anna')])
    vault.raw.exec('DROP TRIGGER temp._guard_change_log_update')
    vault.raw.prepare("UPDATE change_log SET vals = NULL WHERE row_id = ? AND kind = 'insert'").run(ann)

    expect(undo(act.id)).toMatchObject({ undone: 0, leftCount: 1 })
    expect(nameOf(ann)).toBe('Anna')
  })

  test('refuses what cannot be taken back, by name', () => {
    const act = vault.apply(editAct, [insertPerson(ann)])
    const founding = vault.db.get<{ id: string }>("SELECT id FROM act WHERE name = 'vault-create'")?.id ?? ''
    const undone = undo(act.id)

    expect(() => undo(act.id)).toThrow('nothing-to-undo')
    expect(() => undo(undone.act.id)).toThrow('nothing-to-undo')
    expect(() => undo(founding)).toThrow('nothing-to-undo')
    expect(() => undo(idOf(99))).toThrow('not-found')
  })

  test('refuses an act when it is not finished or is being taken back already', () => {
    const act = vault.apply(importAct, [insertPerson(ann)])
    const open = vault.db.transaction(() => vault.spine.begin(importAct, vault.actor))
    vault.db.transaction(() => vault.spine.begin({ ...importAct, kind: 'undo', undoes: act.id }, vault.actor))

    expect(() => undo(open)).toThrow('nothing-to-undo')
    expect(() => undo(act.id)).toThrow('job-running')
  })

  test('works after a restart and for an act that is not the last', () => {
    const act = vault.apply(importAct, [insertPerson(ann)])
    vault.apply(editAct, [insertPerson(bob)])
    vault.reopen()

    undo(act.id)

    expect([nameOf(ann), nameOf(bob)]).toEqual([undefined, 'Ann'])
  })
})

describe('redo', () => {
  test('does again what was undone, named by the act or by its undo, also after a restart', () => {
    const act = vault.apply(editAct, [insertPerson(ann, 'Ann')])
    undo(act.id)
    vault.reopen()

    const first = redo(act.id)
    const again = undo(act.id)
    redo(again.act.id)

    expect(first.act).toMatchObject({ kind: 'redo', name: act.name, count: 1 })
    expect(nameOf(ann)).toBe('Ann')
    expect(() => redo(act.id)).toThrow('nothing-to-undo')
  })

  test('leaves a record when it was changed after the undo', () => {
    vault.apply(editAct, [insertPerson(ann, 'Ann')])
    const act = vault.apply(editAct, [rename('Anna')])
    undo(act.id)
    vault.apply(editAct, [rename('Anne')])

    expect(redo(act.id)).toMatchObject({ undone: 0, leftCount: 1 })
    expect(nameOf(ann)).toBe('Anne')
  })
})
