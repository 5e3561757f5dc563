import type { ContactDraft } from '../../../shared/features/contacts/contact.ts'
import type { CustomFieldType } from '../../../shared/features/fields/custom-field.ts'
import { type CustomValue, isCustomValue, parseSeveral } from '../../../shared/features/fields/custom-value.ts'
import { type OptionList, optionLists } from '../../../shared/features/fields/field-option.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { ReadableDb } from '../../kernel/db/database.ts'
import { readFields, type StoredField } from '../fields/custom-field-records.ts'
import { isOffered, readOptions } from '../fields/option-records.ts'
import type { ContactRecord } from './contact-records.ts'

/**
 * What the shop's own lists and fields say of a draft; `before` is the stored customer, undefined for a new one. What
 * a customer has already may stay though nobody could choose it today. Throws invalid-input with the field at fault:
 * `assigneeId`, `level`, `source`, `stage`, `custom.<field id>`.
 */
export function checkDraft(db: ReadableDb, draft: ContactDraft, before?: ContactRecord): void {
  if (draft.assigneeId !== (before?.contact.assignee_id ?? '')) checkAssignee(db, draft.assigneeId)
  checkOptions(db, draft, before)
  checkCustom(readFields(db), draft.custom, before)
}

/** Throws invalid-input for somebody who does not work here. */
export function checkAssignee(db: ReadableDb, staffId: string | null): void {
  if (staffId === null) return
  const isThere = db.get('SELECT 1 FROM staff WHERE id = ? AND deleted_ts IS NULL', staffId) !== undefined
  if (!isThere) throw new AppError('invalid-input', { field: 'assigneeId' })
}

/** Throws invalid-input for a word that is not offered; '' takes it away. */
export function checkOption(db: ReadableDb, list: OptionList, key: string): void {
  if (key !== '' && !isOffered(readOptions(db), list, key)) throw new AppError('invalid-input', { field: list })
}

function checkOptions(db: ReadableDb, draft: ContactDraft, before: ContactRecord | undefined): void {
  const chosen = optionLists.filter(list => draft[list] !== '' && draft[list] !== before?.contact[list])
  if (chosen.length === 0) return
  const options = readOptions(db)
  const refused = chosen.find(list => !isOffered(options, list, draft[list]))
  if (refused !== undefined) throw new AppError('invalid-input', { field: refused })
}

function checkCustom(fields: readonly StoredField[], wanted: readonly CustomValue[], before: ContactRecord | undefined): void {
  const stored = new Map((before?.custom ?? []).map(item => [item.field_id, item.value]))
  const seen = new Set<string>()
  for (const { fieldId, value } of wanted) {
    const field = fields.find(one => one.id === fieldId)
    const past = stored.get(fieldId)
    const isDouble = seen.has(fieldId)
    seen.add(fieldId)
    if (isDouble || (value !== past && !mayHold(field, value, past))) refuse(fieldId)
  }
  const missing = fields.find(field => field.required && !field.hidden && !seen.has(field.id))
  if (missing !== undefined) refuse(missing.id)
}

function mayHold(field: StoredField | undefined, value: string, past: string | undefined): boolean {
  if (field === undefined || field.hidden || value.trim() === '' || !isCustomValue(field.type, value)) return false
  const chosen = chosenIds(field.type, value)
  const kept = new Set(past === undefined ? [] : chosenIds(field.type, past))
  const offered = new Set(field.choices.filter(choice => !choice.hidden).map(choice => choice.id))
  return new Set(chosen).size === chosen.length && chosen.every(id => offered.has(id) || kept.has(id))
}

/** The choices that a stored value names; none for types without choices. */
export function chosenIds(type: CustomFieldType, value: string): readonly string[] {
  if (type === 'choice') return [value]
  return type === 'several' ? parseSeveral(value) : []
}

function refuse(fieldId: string): never {
  throw new AppError('invalid-input', { field: `custom.${fieldId}` })
}
