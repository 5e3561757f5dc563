import type Database from 'better-sqlite3'
import type { CallInput, ChannelName } from '../../shared/contract.ts'
import type { ContactFilter } from '../../shared/features/contacts/contact-filter.ts'
import type { ContactSort } from '../../shared/features/contacts/contact-list-query.ts'

/** A living customer of the vault, for questions that have an answer. */
export interface Sample {
  readonly id: string
  readonly name: string
  readonly company: string
  readonly phone: string
  readonly email: string
  readonly place: string
  /** JSON. */
  readonly tags: string
  readonly note: string
}

export interface Samples {
  readonly all: readonly Sample[]
  /** Those with a Chinese name. */
  readonly chinese: readonly Sample[]
  /** Those with a long history. */
  readonly heavy: readonly Sample[]
}

export type Call<N extends ChannelName = ChannelName> = {
  [C in N]: { readonly channel: C; readonly input: CallInput<C> }
}[N]

/** One row of the table: what a person does, as the calls that the window makes for it. */
export interface ReadKind {
  readonly name: string
  readonly calls: (samples: Samples, random: () => number) => readonly Call[]
  /** Each time just after somebody saved: nothing that was worked out before holds any more. */
  readonly afterSave?: boolean
  /** What it is measured against instead of its own statements; prepares on the plain copy, answers the work for the calls. */
  readonly limit?: (plain: Database.Database) => (calls: readonly Call[]) => void
}

export const byRank: ContactSort = { by: 'relevance', dir: 'desc' }

export const find = (text: string): Call => ({ channel: 'contacts.find', input: { text, limit: 8, scope: 'all' } })

export interface ListPlace {
  readonly search?: string
  readonly filter?: ContactFilter
  readonly sort?: ContactSort
  readonly offset?: number
  readonly customFields?: readonly string[]
}

/** One page of 50. */
export function list({ search = '', filter = null, sort = byRank, offset = 0, customFields = [] }: ListPlace): Call {
  return { channel: 'contacts.list', input: { search, filter, sort, offset, limit: 50, customFields: [...customFields] } }
}
