import type { SavedView } from '../../../shared/features/views/saved-view.ts'
import { call, on } from '../../kernel/client.ts'
import { createVaultStore } from '../../kernel/create-vault-store.ts'

/** More would push the modules out of sight. */
export const mostPinnedViews = 5

interface PinnedViewsState {
  readonly views: readonly SavedView[]
}

/** The saved views under Customers in the sidebar. */
export const usePinnedViews = createVaultStore<PinnedViewsState>(() => ({ views: [] }))

/** Asks once, and again whenever views changed; returns the function that ends it. */
export function watchPinnedViews(): () => void {
  void loadPinnedViews()
  return on('records.changed', ({ tables }) => {
    if (tables.includes('saved_view')) void loadPinnedViews()
  })
}

let asked = 0

async function loadPinnedViews(): Promise<void> {
  asked += 1
  const mine = asked
  const result = await call('views.list', {})
  // a sidebar without them says nothing: the list's own menu of views tells what went wrong
  if (result.ok && mine === asked) usePinnedViews.setState({ views: pinnedOf(result.value) })
}

/** One's own first: somebody else's pins must not push them out. */
export function pinnedOf(views: readonly SavedView[]): readonly SavedView[] {
  const pinned = views.filter(view => view.pinned)
  return [...pinned.filter(view => view.isMine), ...pinned.filter(view => !view.isMine)].slice(0, mostPinnedViews)
}
