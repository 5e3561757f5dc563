import type { StoreApi, UseBoundStore } from 'zustand'
import type { ContactPage } from '../../../shared/features/contacts/contact-contract.ts'
import type { Failure, Result } from '../../../shared/kernel/result.ts'
import { createVaultStore } from '../../kernel/create-vault-store.ts'
import { onLock } from '../../kernel/lock-counter.ts'
import { allStale, emptyWindow, type ListWindow, listPageSize, pagesNeeded, withPage } from './paged-window.ts'

export interface PagedState<Q> {
  /** What is asked for now. */
  readonly query: Q
  /** What the rows in `window` answer; null before the first answer. */
  readonly shown: Q | null
  readonly window: ListWindow
  readonly failure: Failure | null
  /** Indexes on screen, so that a refresh asks for what is seen. */
  readonly visible: { readonly first: number; readonly last: number }
  /** Where the list stood in pixels, for Back. */
  readonly scrollTop: number
}

export interface PagedList<Q> {
  readonly useStore: UseBoundStore<StoreApi<PagedState<Q>>>
  /** Asks for the first page unless rows are there already. */
  readonly open: () => Promise<void>
  /** Asks another question; the old rows stay until the first answer. */
  readonly change: (query: Q) => Promise<void>
  /** The same rows in the same order, asked for with more of each. */
  readonly amend: (query: Q) => Promise<void>
  /** Tells which rows are on screen; asks for those that are not loaded or stale. */
  readonly show: (first: number, last: number) => Promise<void>
  /** Keeps the rows and asks again for what is on screen. */
  readonly refresh: () => Promise<void>
  /** Makes sure that the row at an index is loaded, also while it is not on screen. */
  readonly loadIndex: (index: number) => Promise<void>
  readonly keepScroll: (scrollTop: number) => void
}

type Ask<Q> = (query: Q, page: { offset: number; limit: number }) => Promise<Result<ContactPage>>

const top = { visible: { first: 0, last: 0 }, scrollTop: 0 }

/** True while the rows on screen belong to an earlier question or wait for fresh ones. */
export function isStale<Q>(state: PagedState<Q>): boolean {
  return state.shown !== null && (state.shown !== state.query || state.window.stale.size > 0)
}

/** A list of any length, loaded in pages by index as they come on screen. Queries are compared by identity. */
export function createPagedList<Q>(initial: Q, ask: Ask<Q>): PagedList<Q> {
  const useStore = createVaultStore<PagedState<Q>>(() => ({
    query: initial,
    shown: null,
    window: emptyWindow,
    failure: null,
    ...top,
  }))
  // an answer to an earlier generation is dropped
  let generation = 0
  const underway = new Set<number>()
  const begin = (): void => {
    generation += 1
    underway.clear()
    useStore.setState(state => ({ window: allStale(state.window) }))
  }
  onLock(begin)

  async function loadPage(page: number): Promise<void> {
    if (underway.has(page)) return
    underway.add(page)
    const asked = generation
    const { query } = useStore.getState()
    const result = await ask(query, { offset: page * listPageSize, limit: listPageSize })
    if (asked !== generation) return
    underway.delete(page)
    if (!result.ok) return useStore.setState({ failure: result.failure })
    useStore.setState(({ shown, window }) => ({
      window: withPage(shown === query ? window : emptyWindow, result.value),
      shown: query,
      failure: null,
    }))
  }

  async function loadRange(first: number, last: number): Promise<void> {
    await Promise.all(pagesNeeded(useStore.getState().window, first, last).map(loadPage))
  }

  async function refresh(): Promise<void> {
    begin()
    const { visible, shown, query } = useStore.getState()
    if (shown === query) await loadRange(visible.first, visible.last)
    else await loadPage(0)
  }

  return {
    useStore,
    refresh,
    open: () => (useStore.getState().shown === null ? refresh() : Promise.resolve()),
    change: async query => {
      begin()
      useStore.setState({ query, failure: null, ...top })
      await loadPage(0)
    },
    amend: async query => {
      const { shown, query: before } = useStore.getState()
      useStore.setState({ query, ...(shown === before ? { shown: query } : {}) })
      await refresh()
    },
    show: async (first, last) => {
      const { visible, shown, query } = useStore.getState()
      if (visible.first !== first || visible.last !== last) useStore.setState({ visible: { first, last } })
      if (shown === query) await loadRange(first, last)
    },
    loadIndex: index => loadRange(index, index),
    keepScroll: scrollTop => useStore.setState({ scrollTop }),
  }
}
