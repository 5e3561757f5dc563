import { ContactId, contactKinds } from '../../../shared/features/contacts/contact.ts'
import {
  type ContactLink,
  isTwoWay,
  type LinkDraft,
  type LinkKind,
  linkKinds,
} from '../../../shared/features/contacts/contact-link.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { type Change, putChanges } from '../../kernel/changes/change.ts'
import { derivedLinkId } from '../../kernel/changes/derived-id.ts'
import type { ReadableDb } from '../../kernel/db/database.ts'
import { assertContact, getLivingRecord } from './contact-repository.ts'
import { oneOf, sortedByName } from './contact-values.ts'

/** What is done to a link; `subject` is the customer it goes out from. */
export interface LinkAct {
  readonly id: string
  readonly subject: string
  readonly changes: readonly Change[]
}

/** A customer's links to living others, by kind, then by name. Throws not-found. */
export function listLinks(db: ReadableDb, contactId: string): ContactLink[] {
  assertContact(db, contactId)
  const links = db.all<LinkRow>(linksSql, contactId, contactId).flatMap(row => toLink(row, contactId))
  return linkKinds.flatMap(kind => sortedByName(links.filter(link => link.kind === kind)).map(toContactLink))
}

/**
 * The same link has one id from wherever it is made, so making it again changes its note. Throws not-found for a
 * customer who is not there or in the Trash, invalid-input where somebody would work at a person.
 */
export function linkChanges(db: ReadableDb, draft: LinkDraft): LinkAct {
  const { kind, note } = draft
  const from = getLivingRecord(db, draft.from).contact
  const to = getLivingRecord(db, draft.to).contact
  if (kind === 'works-at' && to.kind !== 'organisation') throw new AppError('invalid-input', { field: 'to' })
  const [left, right] = isTwoWay(kind) && draft.to < draft.from ? [draft.to, draft.from] : [draft.from, draft.to]
  const id = derivedLinkId(left, right, `contact-link-${kind}`)
  const values = { from_id: left, to_id: right, kind, note }
  const stored = findLink(db, id)
  const changes = stored?.note === note ? [] : [...putChanges('contact_link', id, values)]
  if (kind === 'works-at' && from.company === '') {
    changes.push({ table: 'contact', id: from.id, kind: 'update', values: { company: to.name } })
  }
  return { id, subject: from.name, changes }
}

/** Throws not-found. */
export function unlinkChanges(db: ReadableDb, id: string): LinkAct {
  const stored = findLink(db, id)
  if (stored === undefined) throw new AppError('not-found')
  const subject = db.get<{ name: string }>('SELECT name FROM contact WHERE id = ?', stored.from_id)?.name ?? ''
  return { id, subject, changes: [{ table: 'contact_link', id, kind: 'delete', values: {} }] }
}

interface LinkRow {
  readonly id: string
  readonly from_id: string
  readonly kind: string
  readonly note: string
  readonly other_id: string
  readonly other_kind: string
  readonly name: string
}

const linksSql = `SELECT l.id, l.from_id, l.kind, l.note, o.id AS other_id, o.kind AS other_kind, o.name FROM (
    SELECT id, from_id, kind, note, to_id AS other FROM contact_link WHERE from_id = ? AND deleted_ts IS NULL
    UNION ALL SELECT id, from_id, kind, note, from_id FROM contact_link WHERE to_id = ? AND deleted_ts IS NULL
  ) AS l JOIN contact AS o ON o.id = l.other AND o.deleted_ts IS NULL`

function findLink(db: ReadableDb, id: string): { readonly from_id: string; readonly note: string } | undefined {
  return db.get('SELECT from_id, note FROM contact_link WHERE id = ? AND deleted_ts IS NULL', id)
}

type NamedLink = Omit<LinkRow, 'kind'> & { readonly kind: LinkKind; readonly direction: 'out' | 'in' }

/** None for a kind that only a newer version knows. */
function toLink(row: LinkRow, contactId: string): NamedLink[] {
  const kind = linkKinds.find(one => one === row.kind)
  if (kind === undefined) return []
  return [{ ...row, kind, direction: isTwoWay(kind) || row.from_id === contactId ? 'out' : 'in' }]
}

function toContactLink({ id, kind, direction, note, other_id, other_kind, name }: NamedLink): ContactLink {
  return {
    id,
    kind,
    direction,
    note,
    other: { id: ContactId.parse(other_id), kind: oneOf(contactKinds, other_kind, 'person'), name },
  }
}
