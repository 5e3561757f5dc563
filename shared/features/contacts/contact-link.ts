import { z } from 'zod'
import { Id } from '../../kernel/id.ts'
import { ContactId, ContactKind } from './contact.ts'

/** `works-at`: person to organisation. `referred-by`: to the one who referred. `family` and `household` hold both ways. */
export const linkKinds = ['works-at', 'family', 'household', 'referred-by'] as const
export const LinkKind = z.enum(linkKinds)
export type LinkKind = z.infer<typeof LinkKind>

/** The same link seen from either end is one link. */
export function isTwoWay(kind: LinkKind): boolean {
  return kind === 'family' || kind === 'household'
}

/** A link as the page of one of its two customers shows it. */
export const ContactLink = z.strictObject({
  id: Id,
  kind: LinkKind,
  /** `out`: from the customer of the page to the other. Two-way links are `out` on both pages. */
  direction: z.enum(['out', 'in']),
  /** What they are to each other, e.g. "daughter", "branch manager". */
  note: z.string(),
  other: z.strictObject({ id: ContactId, kind: ContactKind, name: z.string() }),
})
export type ContactLink = z.infer<typeof ContactLink>

export const LinkDraft = z
  .strictObject({ from: ContactId, to: ContactId, kind: LinkKind, note: z.string().trim().max(100) })
  .refine(link => link.from !== link.to, { path: ['to'], message: 'a link needs two customers' })
export type LinkDraft = z.infer<typeof LinkDraft>
