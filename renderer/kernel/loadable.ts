import type { Failure, Result } from '../../shared/kernel/result.ts'

/** What a screen knows of something it asked for. `last` is what it showed before, kept while it asks again. */
export type Loadable<T> =
  | { readonly status: 'idle' }
  | { readonly status: 'loading'; readonly last: T | null }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly failure: Failure }

export const idle: Loadable<never> = { status: 'idle' }

/** Asking (again): the value shown so far stays available as `last`. */
export function toLoading<T>(current: Loadable<T>): Loadable<T> {
  return { status: 'loading', last: shownValue(current) }
}

export function fromResult<T>(result: Result<T>): Loadable<T> {
  return result.ok ? { status: 'ready', value: result.value } : { status: 'failed', failure: result.failure }
}

/** The value to draw: the answer, or the one from before while a new one is on its way; null when there is none. */
export function shownValue<T>(loadable: Loadable<T>): T | null {
  if (loadable.status === 'ready') return loadable.value
  return loadable.status === 'loading' ? loadable.last : null
}
