import type { viewContract } from '../../../shared/features/views/view-contract.ts'
import type { HandlersFor } from '../../kernel/ipc/handlers.ts'
import { listViews, removeViewChanges, saveViewChanges } from './view-repository.ts'

export const viewHandlers: HandlersFor<typeof viewContract> = {
  'views.list': ({ db, actor }) => listViews(db, actor.staffId),
  'views.save': ({ db, actor, apply, newId }, draft) => {
    const id = draft.id ?? newId()
    const changes = saveViewChanges(db, actor.staffId, { draft, id })
    const act = changes.length === 0 ? null : apply({ kind: 'edit', name: 'view-save', subject: draft.name }, changes)
    return { id, act }
  },
  'views.remove': ({ db, actor, apply }, { id }) => {
    const { name, changes } = removeViewChanges(db, actor.staffId, id)
    return { act: apply({ kind: 'edit', name: 'view-remove', subject: name }, changes) }
  },
}
