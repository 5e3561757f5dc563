import type { AppErrorCode, FailureDetails } from './app-error.ts'

export interface Failure extends FailureDetails {
  readonly code: AppErrorCode
  /** Names the log line of a bug, so that a person can quote it. */
  readonly reference?: string
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

export function succeed<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function fail<T = never>(failure: Failure): Result<T> {
  return { ok: false, failure }
}
