import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Change } from '../../../../electron/kernel/changes/change.ts'
import { cardCount, change, editAct, idOf, insertCard, livingRows, shop } from '../../../helpers/shop-tables.ts'
import { openTestVault, type TestVault } from '../../../helpers/test-vault.ts'

/** What a random step tries to do; what is impossible at that moment is left out. */
interface Step {
  readonly kind: 'insert' | 'update' | 'delete' | 'restore'
  readonly table: 'person' | 'card' | 'label'
  readonly n: number
  readonly text: string
  readonly points: number
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('insert', 'update', 'update', 'delete', 'restore'),
  table: fc.constantFrom('person', 'person', 'card', 'label'),
  n: fc.integer({ min: 1, max: 4 }),
  text: fc.string({ maxLength: 3, unit: 'binary' }),
  points: fc.integer({ min: -3, max: 3 }),
})
const acts = fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 })

const offsets = { person: 0x1_00, card: 0x2_00, label: 0x3_00 } as const

function toChange({ kind, table, n, text, points }: Step): Change {
  const id = idOf(offsets[table] + n)
  const owner = idOf(offsets.person + ((points + 3) % 4) + 1)
  if (kind === 'delete' || kind === 'restore') return change(table, id, kind)
  if (table === 'label') return { table, id, kind, values: { name: text } }
  if (table === 'card')
    return kind === 'insert' ? insertCard(id, owner, text) : change(table, id, 'update', { label: text, person_id: owner })
  const photo = points > 0 ? Buffer.from(text) : null
  const values = { name: text, points, weight: points / 2, photo }
  return kind === 'insert' ? { table, id, kind, values } : change(table, id, 'update', points > 1 ? { name: text } : values)
}

/** Applies the steps that are possible, one change set each, all under one act. */
function applyAct(vault: TestVault, steps: readonly Step[]): { readonly id: string; readonly rows: number } {
  return vault.db.transaction(() => {
    const id = vault.spine.begin(editAct, vault.actor)
    for (const one of steps) {
      try {
        vault.spine.write(id, [toChange(one)])
      } catch (error) {
        if (!(error instanceof Error && ['conflict', 'not-found'].includes(error.message))) throw error
      }
    }
    const rows = vault.spine.rowCount(id)
    vault.spine.finish(id)
    return { id, rows }
  })
}

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
    fc.property(acts, list =>
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
    fc.property(acts, fc.array(fc.nat({ max: 5 }), { maxLength: 3 }), (list, undos) =>
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
