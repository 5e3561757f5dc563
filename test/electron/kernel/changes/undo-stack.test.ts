import { afterEach, beforeEach, expect, test } from 'vitest'
import { topOfStack, undoStackSize } from '../../../../electron/kernel/changes/undo-stack.ts'
import { change, editAct, idOf, insertPerson, shop } from '../../../helpers/shop-tables.ts'
import { openTestVault, type TestVault } from '../../../helpers/test-vault.ts'

let vault: TestVault
beforeEach(() => {
  vault = openTestVault(shop)
})
afterEach(() => vault.close())

function tops(): (string | undefined)[] {
  return (['undo', 'redo'] as const).map(stack => topOfStack(vault.db, vault.actor.staffId, stack)?.id)
}

function add(n: number): string {
  return vault.apply(editAct, [insertPerson(idOf(n))]).id
}

test('is empty in a new vault: its founding is not for undoing', () => {
  expect(tops()).toEqual([undefined, undefined])
})

test('an act moves from undo to redo and back when it is undone and redone', () => {
  const first = add(1)
  const second = add(2)

  vault.db.transaction(() => vault.spine.undo(second, vault.actor))
  const afterUndo = tops()
  vault.db.transaction(() => vault.spine.redo(second, vault.actor))

  expect(afterUndo).toEqual([first, second])
  expect(tops()).toEqual([second, undefined])
})

test('a new act clears what could be redone', () => {
  const first = add(1)
  vault.db.transaction(() => vault.spine.undo(first, vault.actor))

  const second = add(2)

  expect(tops()).toEqual([second, undefined])
})

test('an act leaves the middle of the stack when it is undone by name', () => {
  const first = add(1)
  const second = add(2)

  vault.db.transaction(() => vault.spine.undo(first, vault.actor))

  expect(tops()).toEqual([second, first])
})

test('a rollback leaves both stacks as they were', () => {
  const first = add(1)
  const open = vault.db.transaction(() => vault.spine.begin(editAct, vault.actor))
  vault.db.transaction(() => vault.spine.write(open, [insertPerson(idOf(2))]))

  vault.db.transaction(() => {
    const rollback = vault.spine.begin({ ...editAct, kind: 'undo', undoes: open }, vault.actor)
    for (const batch of vault.spine.inverseBatches(open)) vault.spine.write(rollback, batch.changes)
    vault.spine.finish(rollback)
  })

  expect(tops()).toEqual([first, undefined])
  expect(vault.db.get('SELECT state FROM act WHERE id = ?', open)).toEqual({ state: 'rolled-back' })
  expect(vault.spine.unfinished()).toEqual([])
})

test('keeps the last 50 acts, also after a restart', () => {
  for (let n = 1; n <= undoStackSize + 5; n += 1) add(n)
  vault.reopen()

  for (let n = 0; n < undoStackSize; n += 1) {
    const top = tops()[0]
    vault.db.transaction(() => vault.spine.undo(top ?? '', vault.actor))
  }

  expect(tops()[0]).toBeUndefined()
  expect(vault.db.get('SELECT count(*) AS n FROM person WHERE deleted_ts IS NULL')).toEqual({ n: 5 })
})

test('says nothing of an act that wrote nothing', () => {
  const first = add(1)

  vault.apply(editAct, [change('person', idOf(1), 'update', { name: 'Ann' })])

  expect(tops()).toEqual([first, undefined])
})
