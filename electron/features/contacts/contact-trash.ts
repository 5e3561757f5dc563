import { ContactId, type ContactRow } from '../../../shared/features/contacts/contact.ts'
import type { ContactPage } from '../../../shared/features/contacts/contact-contract.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { Change } from '../../kernel/changes/change.ts'
import type { ReadableDb } from '../../kernel/db/database.ts'
import { trashedAt } from './contact-records.ts'
import { getContact } from './contact-repository.ts'

/** Customers in the Trash, the last thrown away first. */
export function listTrash(db: ReadableDb, offset: number, limit: number): ContactPage {
  const total = db.get<{ n: number }>('SELECT count(*) AS n FROM _contact_trash')?.n ?? 0
  const page = db.all<{ id: string }>('SELECT id FROM _contact_trash ORDER BY at DESC, id LIMIT +? OFFSET ?', limit, offset)
  return { total, offset, rows: page.map(({ id }) => trashRow(db, id)) }
}

/** What belongs to a customer goes and comes back with it: only the customer itself is deleted. */
export function trashChanges(db: ReadableDb, ids: readonly string[]): readonly Change[] {
  return moved(ids, 'delete', id => isLiving(db, id))
}

export function putBackChanges(db: ReadableDb, ids: readonly string[]): readonly Change[] {
  return moved(ids, 'restore', id => trashedAt(db, id) !== null)
}

/** Name of the one customer that an act is about; '' when there are several. */
export function subjectOf(db: ReadableDb, changes: readonly Change[]): string {
  const [only] = changes
  if (only === undefined || changes.length > 1) return ''
  return nameOf(db, only.id)
}

/** Also of one in the Trash; '' of one that never was. */
export function nameOf(db: ReadableDb, id: string): string {
  return db.get<{ name: string }>('SELECT name FROM contact WHERE id = ?', id)?.name ?? ''
}

/** Leaves out those that are where they should be already. Throws AppError not-found when that leaves nothing. */
function moved(ids: readonly string[], kind: 'delete' | 'restore', isMovable: (id: string) => boolean): readonly Change[] {
  const movable = [...new Set(ids)].filter(isMovable)
  if (movable.length === 0) throw new AppError('not-found')
  return movable.map(id => ({ table: 'contact', id, kind, values: {} }))
}

function isLiving(db: ReadableDb, id: string): boolean {
  return db.get('SELECT 1 FROM contact WHERE id = ? AND deleted_ts IS NULL', id) !== undefined
}

function trashRow(db: ReadableDb, id: string): ContactRow {
  const contact = getContact(db, ContactId.parse(id))
  const { kind, name, alias, company, memberNo, level, source, stage, assigneeName, birthday, photo, tags, createdAt } = contact
  const address = preferredItem(contact.addresses)
  return {
    id: contact.id,
    kind,
    name,
    alias,
    company,
    phone: preferredItem(contact.phones)?.value ?? '',
    email: preferredItem(contact.emails)?.value ?? '',
    place: address === undefined ? '' : [address.city, address.district].filter(part => part !== '').join(' '),
    memberNo,
    level,
    source,
    stage,
    assigneeName,
    birthday,
    photo,
    tags,
    custom: [],
    createdAt,
    lastActivityAt: contact.lastActivityAt,
    trashedAt: trashedAt(db, id),
  }
}

function preferredItem<T extends { readonly preferred: boolean }>(items: readonly T[]): T | undefined {
  return items.find(item => item.preferred) ?? items[0]
}
