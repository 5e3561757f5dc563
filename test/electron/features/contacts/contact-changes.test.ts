import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contactDerived } from '../../../../electron/features/contacts/contact-derived.ts'
import { fieldCounts } from '../../../../electron/features/fields/field-counts.ts'
import { AppError } from '../../../../shared/kernel/app-error.ts'
import { aField } from '../fields/field-drafts.ts'
import { type ContactsVault, derivedContent, openContactsVault } from './contacts-vault.ts'
import { attempt, livingRows, randomDoings } from './random-shop.ts'

const runs = { numRuns: 12 }

function withShop(work: (shop: ContactsVault) => void): void {
  const shop = openContactsVault()
  try {
    for (const name of ['王芳', 'Bob']) shop.create({ name })
    shop.create({ name: 'Acme', kind: 'organisation' })
    shop.call('fields.save', aField({ name: 'Size' }))
    shop.call(
      'fields.save',
      aField({ name: 'Colour', type: 'several', choices: ['a', 'b'].map(id => ({ id, name: id, hidden: false })) }),
    )
    work(shop)
  } finally {
    shop.vault.close()
  }
}

function expectDerivedRight(shop: ContactsVault): void {
  const kept = derivedContent(shop)
  shop.vault.db.transaction(() => {
    for (const table of [contactDerived, fieldCounts]) table.rebuild(shop.vault.db)
  })
  expect(derivedContent(shop)).toEqual(kept)
}

test('undoing everything a shop did leads back step by step, and redoing it forward again', () => {
  fc.assert(
    fc.property(randomDoings, doings =>
      withShop(shop => {
        const states = [livingRows(shop)]
        const acts: string[] = []
        for (const doing of doings) {
          const act = attempt(shop, doing)
          if (act === null) continue
          acts.push(act)
          states.push(livingRows(shop))
        }
        acts.toReversed().forEach((act, n) => {
          shop.undo(act)
          expect(livingRows(shop)).toEqual(states.at(-2 - n))
        })
        expectDerivedRight(shop)
        acts.forEach((act, n) => {
          shop.redo(act)
          expect(livingRows(shop)).toEqual(states[n + 1])
        })
        expectDerivedRight(shop)
      }),
    ),
    runs,
  )
})

test('lists and index equal a rebuild when acts are taken back in any order', () => {
  fc.assert(
    fc.property(randomDoings, fc.array(fc.nat({ max: 20 }), { maxLength: 6 }), (doings, undos) =>
      withShop(shop => {
        const acts = doings.map(doing => attempt(shop, doing)).filter(act => act !== null)
        for (const n of undos) {
          const act = acts[n]
          if (act !== undefined) undoIfPossible(shop, act)
        }
        expectDerivedRight(shop)
      }),
    ),
    runs,
  )
})

function undoIfPossible(shop: ContactsVault, act: string): void {
  try {
    shop.undo(act)
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'nothing-to-undo')) throw error
  }
}
