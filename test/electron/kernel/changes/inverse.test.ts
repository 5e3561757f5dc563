import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyAct, randomActs } from '../../../helpers/random-acts.ts'
import { cardCount, livingRows, shop } from '../../../helpers/shop-tables.ts'
import { openTestVault, type TestVault } from '../../../helpers/test-vault.ts'

function withVault(work: (vault: TestVault) => void): void {
  const vault = openTestVault(shop)
  try {
    work(vault)
  } finally {
    vault.close()
  }
}

const runs = { numRuns: 60 }

test('undoing every act leads back to the beginning, redoing every one to the end, step by step', () => {
  fc.assert(
    fc.property(randomActs, list =>
      withVault(vault => {
        const states = [livingRows(vault.db)]
        const applied: string[] = []
        for (const steps of list) {
          const { id, rows } = applyAct(vault, steps)
          const state = livingRows(vault.db)
          // an act of no lasting effect, such as insert and delete, has nothing to take back
          if (rows === 0 || JSON.stringify(state) === JSON.stringify(states.at(-1))) continue
          applied.push(id)
          states.push(state)
        }
        const undone = applied.toReversed().map((id, index) => {
          const outcome = vault.db.transaction(() => vault.spine.undo(id, vault.actor))
          expect(outcome.leftCount).toBe(0)
          expect(livingRows(vault.db)).toEqual(states.at(-2 - index))
          return id
        })
        undone.toReversed().forEach((id, index) => {
          const outcome = vault.db.transaction(() => vault.spine.redo(id, vault.actor))
          expect(outcome.leftCount).toBe(0)
          expect(livingRows(vault.db)).toEqual(states.at(index + 1))
        })
      }),
    ),
    runs,
  )
})

test('derived tables equal a rebuild after any acts and undos', () => {
  fc.assert(
    fc.property(randomActs, fc.array(fc.nat({ max: 5 }), { maxLength: 3 }), (list, undos) =>
      withVault(vault => {
        const applied = list.map(steps => applyAct(vault, steps).id)
        for (const n of undos) undoIfPossible(vault, applied[n])
        const kept = vault.db.all('SELECT person_id, n FROM _card_count ORDER BY person_id')

        cardCount.rebuild(vault.db)

        expect(kept).toEqual(vault.db.all('SELECT person_id, n FROM _card_count ORDER BY person_id'))
      }),
    ),
    runs,
  )
})

function undoIfPossible(vault: TestVault, actId: string | undefined): void {
  if (actId === undefined) return
  try {
    vault.db.transaction(() => vault.spine.undo(actId, vault.actor))
  } catch (error) {
    if (!(error instanceof Error && error.message === 'nothing-to-undo')) throw error
  }
}
