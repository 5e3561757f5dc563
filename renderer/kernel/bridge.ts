import type { Result } from '../../shared/kernel/result.ts'

/** The one object that the preload hands to the page. Names are checked against the contract there and again in main. */
export interface Crm {
  readonly call: (name: string, input: unknown) => Promise<Result<unknown>>
  /** Returns the function that ends the subscription. */
  readonly on: (event: string, listener: (payload: unknown) => void) => () => void
}

declare global {
  interface Window {
    readonly crm: Crm
  }
}
