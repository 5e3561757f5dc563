import { z } from 'zod'

/** The lists of words that a shop makes its own: customer levels, sources and stages. */
export const optionLists = ['level', 'source', 'stage'] as const
export const OptionList = z.enum(optionLists)
export type OptionList = z.infer<typeof OptionList>

/** The words every shop begins with, in order; the screen has their names in each language. */
export const builtInOptions = {
  level: ['regular', 'silver', 'gold', 'vip'],
  source: ['walk-in', 'referral', 'wechat', 'marketplace', 'event', 'import', 'other'],
  stage: ['prospect', 'interested', 'bought', 'returning'],
} as const satisfies Readonly<Record<OptionList, readonly string[]>>

/** What a customer holds: a built-in word or the id of an own one; '' for none. */
export const OptionKey = z.string().regex(/^[0-9a-z-]{0,36}$/)
export type OptionKey = z.infer<typeof OptionKey>

/** One word of a list, in the order of the list. */
export const FieldOption = z.strictObject({
  list: OptionList,
  key: OptionKey.min(1),
  /** As the shop calls it; '' for a built-in word that nobody renamed: the screen's own language names it. */
  name: z.string().trim().max(50),
  /** No longer offered; customers that have it keep it. */
  hidden: z.boolean(),
})
export type FieldOption = z.infer<typeof FieldOption>

/** A word as the settings send it; `key` null for a new one. */
export const FieldOptionDraft = FieldOption.omit({ list: true }).extend({ key: OptionKey.min(1).nullable() })
export type FieldOptionDraft = z.infer<typeof FieldOptionDraft>
