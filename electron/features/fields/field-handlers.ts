import type { fieldContract } from '../../../shared/features/fields/field-contract.ts'
import type { HandlersFor } from '../../kernel/ipc/handlers.ts'
import { arrangeFieldChanges, removeFieldChanges, saveFieldChanges } from './custom-field-changes.ts'
import { listFields } from './custom-field-records.ts'
import { saveOptionChanges } from './option-changes.ts'
import { readOptions } from './option-records.ts'

export const fieldHandlers: HandlersFor<typeof fieldContract> = {
  'fields.list': ({ db }) => listFields(db),
  'fields.save': ({ db, apply, newId }, draft) => {
    const { id, changes } = saveFieldChanges(db, draft, newId)
    const act = changes.length === 0 ? null : apply({ kind: 'edit', name: 'field-save', subject: draft.name }, changes)
    return { id, act }
  },
  'fields.remove': ({ db, apply }, { id }) => {
    const { name, changes } = removeFieldChanges(db, id)
    return { act: apply({ kind: 'edit', name: 'field-remove', subject: name }, changes) }
  },
  'fields.arrange': ({ db, apply }, { ids }) => {
    const changes = arrangeFieldChanges(db, ids)
    return { act: changes.length === 0 ? null : apply({ kind: 'edit', name: 'field-arrange', subject: '' }, changes) }
  },
  'fields.options': ({ db }) => readOptions(db).map(({ list, key, name, hidden }) => ({ list, key, name, hidden })),
  'fields.saveOptions': ({ db, apply, newId }, { list, options }) => {
    const changes = saveOptionChanges(db, list, options, newId)
    return { act: changes.length === 0 ? null : apply({ kind: 'edit', name: 'options-save', subject: '' }, changes) }
  },
}
