import { CustomChoice, CustomFieldType } from '../../../shared/features/fields/custom-field.ts'
import { customNumber, isCustomValue, parseSeveral } from '../../../shared/features/fields/custom-value.ts'
import type { ReadableDb } from '../../kernel/db/database.ts'
import { nameKey } from '../../kernel/search/name-key.ts'

/** What lists and filters need to know of an own field. */
export interface OwnField {
  readonly type: CustomFieldType
  /** Ids of its choices in their order, hidden ones too. */
  readonly choices: readonly string[]
}

/** Null for a field that was deleted, or that a newer version gave a type of its own. */
export function findOwnField(db: ReadableDb, id: string): OwnField | null {
  const field = db.get<{ type: string; choices: string }>(
    'SELECT type, choices FROM custom_field WHERE id = ? AND deleted_ts IS NULL',
    id,
  )
  const type = CustomFieldType.safeParse(field?.type)
  if (field === undefined || !type.success) return null
  const choices = CustomChoice.array().safeParse(JSON.parse(field.choices))
  return { type: type.data, choices: choices.success ? choices.data.map(choice => choice.id) : [] }
}

/** What living customers hold in an own field, as far as it fits the field. */
export function ownFieldValues(db: ReadableDb, id: string, { type }: OwnField): readonly { doc: number; value: string }[] {
  return db.all<{ doc: number; value: string }>(valuesSql, id).filter(({ value }) => isCustomValue(type, value))
}

const valuesSql = `SELECT d.doc, v.value FROM custom_value AS v
  CROSS JOIN _doc AS d ON d.id = v.contact_id AND d.tbl = 'contact'
  WHERE v.field_id = ? AND v.deleted_ts IS NULL`

/** By the customer's number; a field that is no more sorts nobody. */
export function ownFieldKeys(db: ReadableDb, id: string): ReadonlyMap<number, string | number> {
  const field = findOwnField(db, id)
  if (field === null) return new Map()
  const keyOf = keyOfType(field)
  return new Map(ownFieldValues(db, id, field).map(({ doc, value }) => [doc, keyOf(value)]))
}

function keyOfType({ type, choices }: OwnField): (value: string) => string | number {
  const places = new Map(choices.map((choice, place) => [choice, place]))
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
