import type { CustomChoice, CustomFieldDraft } from '../../../shared/features/fields/custom-field.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { Change, ChangeValues } from '../../kernel/changes/change.ts'
import type { ReadableDb } from '../../kernel/db/database.ts'
import { foldText } from '../../kernel/search/folding.ts'
import { readFields, type StoredField, wasChosen } from './custom-field-records.ts'

/**
 * The changes that make or change a field; none when nothing differs. A choice that is left out becomes hidden where a
 * customer ever had it, and goes where nobody had. Throws not-found for a field that is not there, invalid-input for
 * another type than it has, a name or word that is there twice, a choice field without a word.
 */
export function saveFieldChanges(
  db: ReadableDb,
  draft: CustomFieldDraft,
  newId: () => string,
): { readonly id: string; readonly changes: readonly Change[] } {
  const fields = readFields(db)
  const stored = draft.id === null ? undefined : fieldOf(fields, draft.id)
  checkField(draft, stored, fields)
  const choices = stored === undefined ? draft.choices : [...draft.choices, ...keptChoices(db, stored, draft.choices)]
  if (choices.length > maxChoices) throw new AppError('invalid-input', { field: 'choices' })
  const values = columnsOf({ ...draft, choices })
  if (stored === undefined) {
    const id = newId()
    const position = Math.max(-1, ...fields.map(field => field.position)) + 1
    return { id, changes: [{ table: 'custom_field', id, kind: 'insert', values: { ...values, position } }] }
  }
  const before = columnsOf(stored)
  const differing = Object.fromEntries(Object.entries(values).filter(([column, value]) => before[column] !== value))
  return { id: stored.id, changes: updateOf(stored.id, differing) }
}

/** Customers keep what they hold: it comes back with the field. Throws not-found. */
export function removeFieldChanges(db: ReadableDb, id: string): { readonly name: string; readonly changes: readonly Change[] } {
  const { name } = fieldOf(readFields(db), id)
  return { name, changes: [{ table: 'custom_field', id, kind: 'delete', values: {} }] }
}

/** Fields in this order; those not named come after, in the order they had. Throws invalid-input for an unknown or double id. */
export function arrangeFieldChanges(db: ReadableDb, ids: readonly string[]): readonly Change[] {
  const fields = readFields(db)
  const known = new Map(fields.map(field => [field.id, field]))
  ids.forEach((id, index) => {
    if (!known.has(id) || ids.indexOf(id) !== index) throw new AppError('invalid-input', { field: `ids.${index}` })
  })
  const order = [...ids, ...fields.map(field => field.id).filter(id => !ids.includes(id))]
  return order.flatMap((id, position) => (known.get(id)?.position === position ? [] : updateOf(id, { position })))
}

const maxChoices = 200

function fieldOf(fields: readonly StoredField[], id: string): StoredField {
  const field = fields.find(one => one.id === id)
  if (field === undefined) throw new AppError('not-found')
  return field
}

function checkField(draft: CustomFieldDraft, stored: StoredField | undefined, fields: readonly StoredField[]): void {
  if (stored !== undefined && stored.type !== draft.type) throw new AppError('invalid-input', { field: 'type' })
  const others = fields.filter(field => field.id !== draft.id)
  if (others.some(field => sameName(field.name, draft.name))) throw new AppError('invalid-input', { field: 'name' })
  if ((draft.type === 'choice' || draft.type === 'several') && draft.choices.length === 0) {
    throw new AppError('invalid-input', { field: 'choices' })
  }
  draft.choices.forEach((choice, index) => {
    const earlier = draft.choices.slice(0, index)
    if (earlier.some(one => one.id === choice.id)) throw new AppError('invalid-input', { field: `choices.${index}.id` })
    if (earlier.some(one => sameName(one.name, choice.name)))
      throw new AppError('invalid-input', { field: `choices.${index}.name` })
  })
}

function keptChoices(db: ReadableDb, stored: StoredField, wanted: readonly CustomChoice[]): readonly CustomChoice[] {
  const leftOut = stored.choices.filter(choice => !wanted.some(one => one.id === choice.id))
  return leftOut.filter(choice => wasChosen(db, stored.id, choice.id)).map(choice => ({ ...choice, hidden: true }))
}

function sameName(a: string, b: string): boolean {
  return foldText(a).trim() === foldText(b).trim()
}

function columnsOf(field: Omit<CustomFieldDraft, 'id'>): ChangeValues {
  const bit = (flag: boolean): number => (flag ? 1 : 0)
  return {
    name: field.name,
    type: field.type,
    choices: JSON.stringify(field.choices.map(({ id, name, hidden }) => ({ id, name, hidden }))),
    required: bit(field.required),
    personal: bit(field.personal),
    sensitive: bit(field.sensitive),
    sensitive_reason: field.sensitiveReason,
    in_list: bit(field.inList),
    hidden: bit(field.hidden),
  }
}

function updateOf(id: string, values: ChangeValues): readonly Change[] {
  return Object.keys(values).length === 0 ? [] : [{ table: 'custom_field', id, kind: 'update', values }]
}
