import { parseBirthdayText } from '../../../shared/features/contacts/birthday-text.ts'
import {
  type Address,
  addressLabels,
  type Contact,
  type ContactId,
  contactChannels,
  contactKinds,
  contactLanguages,
  emailLabels,
  genders,
  handleServices,
  phoneLabels,
} from '../../../shared/features/contacts/contact.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { stampHex } from '../../kernel/changes/hybrid-clock.ts'
import type { ReadableDb } from '../../kernel/db/database.ts'
import { lastActivity } from './contact-activity.ts'
import { type AddressItem, type ContactRecord, readContactRecord, trashedAt } from './contact-records.ts'
import { oneOf, tagNames } from './contact-values.ts'

/** Throws AppError not-found for one that never was or whose creation was taken back. One in the Trash is found. */
export function getContactRecord(db: ReadableDb, id: string): ContactRecord {
  const record = readContactRecord(db, id)
  if (record === undefined) throw new AppError('not-found')
  if (record.contact.deleted_ts !== null && trashedAt(db, id) === null) throw new AppError('not-found')
  return record
}

/** As `getContactRecord`; one in the Trash is not found. */
export function getLivingRecord(db: ReadableDb, id: string): ContactRecord {
  const record = readContactRecord(db, id)
  if (record === undefined || record.contact.deleted_ts !== null) throw new AppError('not-found')
  return record
}

/** Throws AppError not-found where `getContactRecord` would. */
export function assertContact(db: ReadableDb, id: string): void {
  const stored = db.get<{ deleted_ts: Uint8Array | null }>('SELECT deleted_ts FROM contact WHERE id = ?', id)
  const isThere = stored !== undefined && (stored.deleted_ts === null || trashedAt(db, id) !== null)
  if (!isThere) throw new AppError('not-found')
}

/** As `getContactRecord`, in the words of the contract. */
export function getContact(db: ReadableDb, id: string): Contact {
  return toContact(db, getContactRecord(db, id))
}

/** Hex of the clock of the newest change of the customer or of what belongs to it. */
export function revisionOf({ newest }: ContactRecord): string {
  return stampHex(newest.ts)
}

function toContact(db: ReadableDb, record: ContactRecord): Contact {
  const { contact, phones, emails, addresses, handles, tags, custom, newest } = record
  return {
    id: contact.id as ContactId, // an id as stored; the dispatcher parses every answer
    kind: oneOf(contactKinds, contact.kind, 'person'),
    name: contact.name,
    alias: contact.alias,
    salutation: contact.salutation,
    gender: oneOf(genders, contact.gender, 'not-stated'),
    company: contact.company,
    jobTitle: contact.job_title,
    birthday: parseBirthdayText(contact.birthday),
    note: contact.note,
    phones: phones.map(item => ({ ...common(item), label: oneOf(phoneLabels, item.label, 'other'), value: item.value })),
    emails: emails.map(item => ({ ...common(item), label: oneOf(emailLabels, item.label, 'other'), value: item.value })),
    addresses: addresses.map(toAddress),
    handles: handles.map(item => ({ ...common(item), service: oneOf(handleServices, item.service, 'other'), value: item.value })),
    tags: tagNames(tags),
    surnameReading: contact.surname_reading,
    memberNo: contact.member_no,
    level: contact.level,
    source: contact.source,
    stage: contact.stage,
    assigneeId: contact.assignee_id === '' ? null : contact.assignee_id,
    assigneeName: record.assigneeName,
    language: oneOf(contactLanguages, contact.language, 'not-stated'),
    preferredChannel: oneOf(contactChannels, contact.preferred_channel, 'not-stated'),
    preference: contact.preference,
    pinnedNote: contact.pinned_note,
    photo: contact.photo,
    custom: custom.map(item => ({ fieldId: item.field_id, value: item.value, isPersonal: item.personal === 1 })),
    revision: revisionOf(record),
    createdAt: contact.created_at,
    changedAt: new Date(newest.wall).toISOString(),
    lastActivityAt: new Date(lastActivity(db, contact.id, newest.wall)).toISOString(),
    trashedAt: contact.deleted_ts === null ? null : trashedAt(db, contact.id),
  }
}

function toAddress(item: AddressItem): Address {
  const { country, region, city, district, detail, postcode } = item
  const label = oneOf(addressLabels, item.label, 'other')
  return { ...common(item), label, country, region, city, district, detail, postcode }
}

function common(item: { readonly id: string; readonly preferred: number }): { id: string; preferred: boolean } {
  return { id: item.id, preferred: item.preferred === 1 }
}
