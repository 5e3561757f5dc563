import fc from 'fast-check'
import type { Change } from '../../electron/kernel/changes/change.ts'
import { change, editAct, idOf, insertCard } from './shop-tables.ts'
import type { TestVault } from './test-vault.ts'

/** What a random step tries to do; what is impossible at that moment is left out. */
export interface Step {
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
/** Several acts of several steps each, over few records, so that they meet. */
export const randomActs = fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 })

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
export function applyAct(vault: TestVault, steps: readonly Step[]): { readonly id: string; readonly rows: number } {
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
