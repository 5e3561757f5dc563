import type { ContactKind } from '../../../../shared/features/contacts/contact.ts'
import { type ContactLink, isTwoWay, type LinkDraft, type LinkKind } from '../../../../shared/features/contacts/contact-link.ts'
import type { Translate } from '../../../kernel/i18n.ts'

/** What the other customer is to the one whose page it is, in the order of the page. */
export const linkRoles = [
  'works-at.out',
  'works-at.in',
  'family.out',
  'household.out',
  'referred-by.out',
  'referred-by.in',
] as const
export type LinkRole = (typeof linkRoles)[number]

export function roleOf(link: Pick<ContactLink, 'kind' | 'direction'>): LinkRole {
  const direction = isTwoWay(link.kind) ? 'out' : link.direction
  return linkRoles.find(role => role === `${link.kind}.${direction}`) ?? 'family.out'
}

/** "Works at", "Employees" …: the heading of links, and a field of the timeline. */
export function roleWords(t: Translate, role: LinkRole): string {
  return t(`contacts:link.${role}`)
}

export interface LinkGroup {
  readonly role: LinkRole
  readonly links: readonly ContactLink[]
}

/** The links by what the others are to this customer; groups without links are left out. */
export function groupLinks(links: readonly ContactLink[]): readonly LinkGroup[] {
  return linkRoles
    .map(role => ({ role, links: links.filter(link => roleOf(link) === role) }))
    .filter(group => group.links.length > 0)
}

/** What can be added to a page: organisations have employees, people work, live and are related. */
export function rolesFor(kind: ContactKind): readonly LinkRole[] {
  if (kind === 'organisation') return ['works-at.in', 'referred-by.out', 'referred-by.in']
  return ['works-at.out', 'family.out', 'household.out', 'referred-by.out', 'referred-by.in']
}

/** Which kind of customer the other one must be; null where either will do. */
export function otherKind(role: LinkRole): ContactKind | null {
  if (role === 'works-at.out') return 'organisation'
  return role === 'works-at.in' || role === 'family.out' || role === 'household.out' ? 'person' : null
}

/** The link to make when the other is chosen on the page of this customer. */
export function linkDraft(role: LinkRole, page: LinkDraft['from'], other: LinkDraft['from'], note: string): LinkDraft {
  const [kind, direction] = role.split('.') as [LinkKind, 'out' | 'in'] // every role is made of these two
  return direction === 'out' ? { from: page, to: other, kind, note } : { from: other, to: page, kind, note }
}
