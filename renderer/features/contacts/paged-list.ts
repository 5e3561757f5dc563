import type { StoreApi, UseBoundStore } from 'zustand'
import type { ContactPage } from '../../../shared/features/contacts/contact-contract.ts'
import type { Failure, Result } from '../../../shared/kernel/result.ts'
import { createVaultStore } from '../../kernel/create-vault-store.ts'
import { onLock } from '../../kernel/lock-counter.ts'
import {
  allStale,
  emptyWindow,
  firstRun,
  type ListWindow,
  listPageSize,
  pagesNeeded,
  type RowRange,
  withPages,
} from './paged-window.ts'

export interface PagedState<Q> {
  /** What is asked for now. */
  readonly query: Q
  /** What the rows in `window` answer; null before the first answer. */
  readonly shown: Q | null
  readonly window: ListWindow
  readonly failure: Failure | null
}

export interface PagedList<Q> {
  readonly useStore: UseBoundStore<StoreApi<PagedState<Q>>>
  /** Asks for the first page unless rows are there already. */
  readonly open: () => Promise<void>
  /** Asks another question; the old rows stay until the first answer. */
  readonly change: (query: Q) => Promise<void>
  /** The same rows in the same order, asked for with more of each. */
  readonly amend: (query: Q) => Promise<void>
  /**
   * Tells which rows are on screen; asks for those that are not loaded or stale, then for those that come next. What came
   * and went while answers were under way is not asked for.
   */
  readonly show: (first: number, last: number) => Promise<void>
  /** Keeps the rows and asks again for what is on screen. */
  readonly refresh: () => Promise<void>
  /** Makes sure that the row at an index is loaded, also while it is not on screen. */
  readonly loadIndex: (index: number) => Promise<void>
  /** Where the list stood in CSS px, for Back. */
  readonly keptScroll: () => number
  readonly keepScroll: (scrollTop: number) => void
}

type Ask<Q> = (query: Q, page: { offset: number; limit: number }) => Promise<Result<ContactPage>>

/** Answers that may be under way for the screen: one for where it was, one for where it is. */
const askedAtOnce = 2
/** An answer brings at most this many pages. */
const pagesAtOnce = 2
/** After an answer that came too late: the list flies by, and is asked for where it has come to rest. */
const restMs = 80
/** So many rows are loaded before they come on screen. */
const ahead = 60

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
  }))
  // no part of the store: nothing is drawn anew because a list scrolls
  let visible: RowRange = { first: 0, last: 0 }
  /** Which way the list is scrolled: below 0 upwards, 0 for neither. */
  let heading = 0
  let keptScroll = 0
  // an answer to an earlier generation is dropped
  let generation = 0
  const underway = new Map<number, Promise<void>>()
  let asking = 0
  let resting: ReturnType<typeof setTimeout> | undefined
  const begin = (): void => {
    generation += 1
    underway.clear()
    asking = 0
    wake()
    useStore.setState(state => ({ window: allStale(state.window) }))
  }
  const wake = (): void => {
    clearTimeout(resting)
    resting = undefined
  }
  const toTop = (): void => {
    visible = { first: 0, last: 0 }
    heading = 0
    keptScroll = 0
  }
  onLock(() => {
    begin()
    toTop()
  })

  const nearScreen = (): RowRange => ({ first: Math.max(0, visible.first - ahead), last: visible.last + ahead })

  const isNear = (page: number): boolean => {
    const { first, last } = nearScreen()
    return (page + 1) * listPageSize > first && page * listPageSize <= last
  }

  const isAhead = (page: number): boolean =>
    heading > 0 ? page * listPageSize > visible.last : heading < 0 && (page + 1) * listPageSize <= visible.first

  async function load(pages: readonly number[], isForScreen: boolean): Promise<void> {
    const asked = generation
    const { query } = useStore.getState()
    const offset = (pages[0] ?? 0) * listPageSize
    const result = await ask(query, { offset, limit: pages.length * listPageSize })
    if (asked !== generation) return
    asking -= 1
    for (const page of pages) underway.delete(page)
    if (!result.ok) return useStore.setState({ failure: result.failure })
    useStore.setState(({ shown, window }) => ({
      window: withPages(shown === query ? window : emptyWindow, result.value, nearScreen()),
      shown: query,
      failure: null,
    }))
    if (pages.some(isNear) || !isForScreen) return void fillScreen()
    wake()
    resting = setTimeout(() => {
      wake()
      void fillScreen()
    }, restMs)
  }

  function start(pages: readonly number[], isForScreen: boolean): Promise<void> {
    asking += 1
    const loading = load(pages, isForScreen)
    for (const page of pages) underway.set(page, loading)
    return loading
  }

  const missing = (first: number, last: number): readonly number[] =>
    pagesNeeded(useStore.getState().window, first, last).filter(page => !underway.has(page))

  async function fillScreen(): Promise<void> {
    if (resting !== undefined) return
    const { first, last } = visible
    const seen = firstRun(missing(first, last), pagesAtOnce)
    if (seen.length > 0 && asking < askedAtOnce) return await start(seen, true)
    const around = nearScreen()
    const { stale } = useStore.getState().window
    const near = firstRun(
      missing(around.first, around.last).filter(page => stale.has(page) || isAhead(page)),
      1,
    )
    if (near.length > 0 && asking === 0) await start(near, false)
  }

  async function loadNow(first: number, last: number): Promise<void> {
    const needed = pagesNeeded(useStore.getState().window, first, last)
    const already = needed.flatMap(page => underway.get(page) ?? [])
    const run = firstRun(missing(first, last), pagesAtOnce)
    await Promise.all([...already, ...(run.length === 0 ? [] : [start(run, false)])])
  }

  async function refresh(): Promise<void> {
    begin()
    const { shown, query } = useStore.getState()
    if (shown === query) await loadNow(visible.first, visible.last)
    else await start([0], false)
  }

  return {
    useStore,
    refresh,
    open: () => (useStore.getState().shown === null ? refresh() : Promise.resolve()),
    change: async query => {
      begin()
      toTop()
      useStore.setState({ query, failure: null })
      await start([0], false)
    },
    amend: async query => {
      const { shown, query: before } = useStore.getState()
      useStore.setState({ query, ...(shown === before ? { shown: query } : {}) })
      await refresh()
    },
    show: async (first, last) => {
      const by = first - visible.first
      // whoever jumps goes nowhere from there
      heading = Math.abs(by) > 2 * (last - first) ? 0 : by
      visible = { first, last }
      const { shown, query } = useStore.getState()
      if (shown === query) await fillScreen()
    },
    loadIndex: index => loadNow(index, index),
    keptScroll: () => keptScroll,
    keepScroll: scrollTop => {
      keptScroll = scrollTop
    },
  }
}
