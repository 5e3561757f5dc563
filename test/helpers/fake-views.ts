import type { staffContract } from '../../shared/features/staff/staff-contract.ts'
import type { SavedView } from '../../shared/features/views/saved-view.ts'
import type { viewContract } from '../../shared/features/views/view-contract.ts'
import { AppError } from '../../shared/kernel/app-error.ts'
import type { FakeActs } from './fake-acts.ts'
import { sampleId } from './fake-shop.ts'
import type { ChannelsOf, FakeHandlers, FakeWorld } from './fake-world.ts'

type Answered = FakeHandlers<ChannelsOf<typeof viewContract> | ChannelsOf<typeof staffContract>>

/** Saved views, and who works in the shop. */
export function fakeViews(world: FakeWorld, acts: FakeActs): Answered {
  let views: readonly SavedView[] = []
  const change = (name: 'view-save' | 'view-remove', subject: string, after: readonly SavedView[]) => {
    const before = views
    const put = (next: readonly SavedView[]) => () => {
      views = next
    }
    views = after
    return acts.note({ name, subject, tables: ['saved_view'], undo: put(before), redo: put(after) })
  }
  return {
    'views.list': () => views.toSorted((a, b) => a.name.localeCompare(b.name, 'zh')),
    'views.save': ({ id, ...draft }) => {
      if (id !== null && views.every(view => view.id !== id)) throw new AppError('not-found')
      const saved = { ...draft, id: id ?? world.newId(), isMine: true, ownerName: world.shop.owner }
      const after = id === null ? [...views, saved] : views.map(view => (view.id === id ? saved : view))
      return { id: saved.id, act: change('view-save', saved.name, after) }
    },
    'views.remove': ({ id }) => {
      const view = views.find(one => one.id === id)
      if (view === undefined) throw new AppError('not-found')
      const rest = views.filter(one => one.id !== id)
      return { act: change('view-remove', view.name, rest) }
    },
    'staff.list': () =>
      world.staff().map(({ id, name }) => ({
        id,
        name,
        customers: world.living().filter(one => one.assigneeId === id).length,
        isMe: id === sampleId(1),
      })),
  }
}
