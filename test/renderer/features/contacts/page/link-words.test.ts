import { expect, test } from 'vitest'
import {
  groupLinks,
  linkDraft,
  linkRoles,
  otherKind,
  roleOf,
  rolesFor,
  roleWords,
} from '../../../../../renderer/features/contacts/page/link-words.ts'
import { startI18n, text } from '../../../../../renderer/kernel/i18n.ts'
import { ContactId } from '../../../../../shared/features/contacts/contact.ts'
import { type ContactLink, LinkDraft } from '../../../../../shared/features/contacts/contact-link.ts'

startI18n({ locale: 'en' })

const page = ContactId.parse('01900000-0000-7000-8000-000000000001')
const other = ContactId.parse('01900000-0000-7000-8000-000000000002')

function link(kind: ContactLink['kind'], direction: ContactLink['direction']): ContactLink {
  return { id: other, kind, direction, note: '', other: { id: other, kind: 'person', name: 'Sample' } }
}

test('a link is named from the page it stands on', () => {
  expect(roleWords(text, roleOf(link('works-at', 'out')))).toBe('Works at')
  expect(roleWords(text, roleOf(link('works-at', 'in')))).toBe('Employees')
  expect(roleWords(text, roleOf(link('referred-by', 'out')))).toBe('Referred by')
  expect(roleWords(text, roleOf(link('referred-by', 'in')))).toBe('Referred')
  expect(roleWords(text, roleOf(link('family', 'in')))).toBe('Family')
})

test('links stand in groups in the order of the page, empty groups left out', () => {
  const groups = groupLinks([link('referred-by', 'in'), link('works-at', 'out'), link('referred-by', 'in')])

  expect(groups.map(group => [group.role, group.links.length])).toEqual([
    ['works-at.out', 1],
    ['referred-by.in', 2],
  ])
})

test('every relation makes a link that is read back as the same relation', () => {
  for (const role of linkRoles) {
    const draft = LinkDraft.parse(linkDraft(role, page, other, ' niece '))
    const direction = draft.from === page ? 'out' : 'in'

    expect(roleOf({ kind: draft.kind, direction })).toBe(role)
    expect(draft.note).toBe('niece')
  }
})

test('people work at organisations, organisations have employees', () => {
  expect(rolesFor('person')).not.toContain('works-at.in')
  expect(rolesFor('organisation')).not.toContain('works-at.out')
  expect(otherKind('works-at.out')).toBe('organisation')
  expect(otherKind('works-at.in')).toBe('person')
  expect(otherKind('referred-by.out')).toBeNull()
})
