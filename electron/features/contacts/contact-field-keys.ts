import { customNumber, isCustomValue, parseSeveral } from '../../../shared/features/fields/custom-value.ts'
import type { ReadableDb } from '../../kernel/db/database.ts'
import { nameKey } from '../../kernel/search/name-key.ts'
import { readFields, type StoredField } from '../fields/custom-field-records.ts'
import { docsById } from './contact-docs.ts'

/** Undefined for a field that was deleted. */
export function livingField(db: ReadableDb, id: string): StoredField | undefined {
  return readFields(db).find(field => field.id === id)
}

export interface HeldValue {
  readonly id: string
  readonly value: string
}

/** What customers hold in an own field, as far as it fits the field; those in the Trash too. */
export function ownFieldValues(db: ReadableDb, { id, type }: StoredField): readonly HeldValue[] {
  return db.all<HeldValue>(valuesSql, id).filter(({ value }) => isCustomValue(type, value))
}

const valuesSql = 'SELECT contact_id AS id, value FROM custom_value WHERE field_id = ? AND deleted_ts IS NULL'

/** By the customer's number; a field that is no more sorts nobody. */
export function ownFieldKeys(db: ReadableDb, id: string): readonly (string | number | undefined)[] {
  const field = livingField(db, id)
  if (field === undefined) return []
  const keyOf = keyOfType(field)
  const held = ownFieldValues(db, field)
  const docs = docsById(
    db,
    held.map(item => item.id),
  )
  const keys: (string | number | undefined)[] = []
  for (const item of held) {
    const doc = docs.get(item.id)
    if (doc !== undefined) keys[doc] = keyOf(item.value)
  }
  return keys
}

function keyOfType({ type, choices }: StoredField): (value: string) => string | number {
  const places = new Map(choices.map((choice, place) => [choice.id, place]))
  const placeOf = (choice: string): number => places.get(choice) ?? choices.length
  switch (type) {
    case 'text':
    case 'phone':
      return value => nameKey(value, 'organisation')
    case 'number':
      return value => customNumber(type, value) ?? 0
    case 'date':
      return value => value
    case 'choice':
      return placeOf
    case 'several':
      return value => placesKey(parseSeveral(value).map(placeOf))
    case 'yes-no':
      return value => (value === 'yes' ? 1 : 0)
  }
}

/** By the first of the choices, then by the second …; whoever has fewer comes first. */
function placesKey(places: readonly number[]): string {
  return places
    .toSorted((a, b) => a - b)
    .map(place => String(place).padStart(3, '0'))
    .join('')
}
