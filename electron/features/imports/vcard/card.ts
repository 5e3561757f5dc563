/** One property of a card, decoded; backslash escapes stand as in the file. */
export interface CardProperty {
  readonly group: string
  /** Upper case. */
  readonly name: string
  /** By upper-case name; bare ones (`TEL;CELL`) stand under ''. */
  readonly params: ReadonlyMap<string, readonly string[]>
  readonly value: string
  /** Its contents are a picture, a sound or another block of bytes: `value` is '' or only its beginning. */
  readonly isBinary: boolean
  /** It was longer than what is kept. */
  readonly isCut: boolean
  /** The bytes of a picture that was kept whole; null for anything else. */
  readonly picture: Uint8Array | null
}

export interface Card {
  /** Its place among the cards and stray blocks of the file, from 1. */
  readonly n: number
  /** Line of the file on which it begins, from 1. */
  readonly line: number
  /** As written (`2.1`, `3.0`, `4.0`), '' without one. */
  readonly version: string
  readonly properties: readonly CardProperty[]
  /** Lines that are no property and continue none. */
  readonly strayLines: readonly string[]
  /** It stands inside another card. */
  readonly isNested: boolean
  /** Cards that stand inside it. */
  readonly nestedCards: number
  readonly hasEnd: boolean
  /** Eight-bit text without a usable charset name was read by a guess. */
  readonly isEncodingGuessed: boolean
  /** Properties with characters that no charset could read. */
  readonly unreadable: readonly string[]
  /** Properties beyond what one card may hold. */
  readonly dropped: number
}

/** Lines outside every card that look like what a card holds: something was lost there. */
export interface StrayBlock {
  readonly n: number
  readonly line: number
  readonly count: number
}

/** Limits of one card: more is dropped and counted. */
export const cardLimits = { properties: 5_000, bytes: 2 * 1024 * 1024, nesting: 16, strayLines: 200 } as const

export type CardItem = { readonly kind: 'card'; readonly card: Card } | { readonly kind: 'stray'; readonly block: StrayBlock }
