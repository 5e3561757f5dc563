import type { ActSummary } from '../../../../shared/features/acts/act.ts'
import type { CustomField, CustomFieldDraft } from '../../../../shared/features/fields/custom-field.ts'
import type { FieldOption, FieldOptionDraft, OptionList } from '../../../../shared/features/fields/field-option.ts'
import type { Failure, Result } from '../../../../shared/kernel/result.ts'
import { call } from '../../../kernel/client.ts'
import { failureText } from '../../../kernel/failure-text.ts'
import { text } from '../../../kernel/i18n.ts'
import { showNotice } from '../../../kernel/notice-store.ts'
import { offerUndo } from '../../../kernel/undo-offer.ts'
import { loadFields, loadOptions } from '../../fields/field-store.ts'
import { moved } from './list-order.ts'

/** Keeps a new or changed field and offers to take that back; null when it is kept, else what stood in the way. */
export async function saveField(draft: CustomFieldDraft): Promise<Failure | null> {
  const result = await call('fields.save', draft)
  if (!result.ok) return result.failure
  if (result.value.act !== null) offerUndo(result.value.act, text('fields:done.saved', { name: draft.name }))
  await loadFields()
  return null
}

/** Puts a field away, or shows it again. */
export async function hideField(field: CustomField, hidden: boolean): Promise<void> {
  const { position: _position, used: _used, ...definition } = field
  const words = hidden ? text('fields:done.hidden', { name: field.name }) : text('fields:done.shown', { name: field.name })
  await told(call('fields.save', { ...definition, hidden }), words)
  await loadFields()
}

/** Deletes a field; what customers have in it comes back with the undo. */
export async function removeField({ id, name, used }: CustomField): Promise<void> {
  await told(call('fields.remove', { id }), text('fields:done.removed', { name, n: used }))
  await loadFields()
}

/** Moves a field up or down; answers whether it has moved. */
export async function moveField(fields: readonly CustomField[], from: number, by: -1 | 1): Promise<boolean> {
  const name = fields[from]?.name ?? ''
  const ids = moved(fields, from, by).map(field => field.id)
  const isDone = await told(call('fields.arrange', { ids }), text('fields:done.moved', { name }))
  await loadFields()
  return isDone
}

/** Keeps a whole list of levels, sources or stages; `words` say what was done. Answers whether it is kept. */
export async function saveOptions(
  list: OptionList,
  options: readonly (FieldOption | FieldOptionDraft)[],
  words: string,
): Promise<boolean> {
  const drafts = options.map(({ key, name, hidden }) => ({ key, name, hidden }))
  const isDone = await told(call('fields.saveOptions', { list, options: drafts }), words)
  await loadOptions()
  return isDone
}

/** Offers to take back what was done, or says why it was not. */
async function told(asked: Promise<Result<{ readonly act: ActSummary | null }>>, words: string): Promise<boolean> {
  const result = await asked
  if (!result.ok) {
    showNotice({ tone: 'error', text: failureText(text, result.failure) })
    return false
  }
  if (result.value.act !== null) offerUndo(result.value.act, words)
  return true
}
