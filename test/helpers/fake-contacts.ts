import { type Contact, type ContactDraft, ContactId } from '../../shared/features/contacts/contact.ts'
import type { contactContract, FieldSource, HistoryEntry } from '../../shared/features/contacts/contact-contract.ts'
import { AppError } from '../../shared/kernel/app-error.ts'
import type { FakeActs } from './fake-acts.ts'
import { fakeBulk } from './fake-bulk.ts'
import { fakeContactLists } from './fake-contact-lists.ts'
import type { FakeJobs } from './fake-jobs.ts'
import { fakeLinks } from './fake-links.ts'
import { sampleId } from './fake-shop.ts'
import type { ChannelsOf, FakeHandlers, FakeWorld } from './fake-world.ts'

type Answered = FakeHandlers<ChannelsOf<typeof contactContract>>

/** Customers: their records, and by way of the other files their lists, links and pictures. */
export function fakeContacts(world: FakeWorld, acts: FakeActs, jobs: FakeJobs): Answered {
  const history = new Map<string, HistoryEntry[]>()
  const put = (contact: Contact) => world.contacts.set(contact.id, contact)
  const noteChange = (before: Contact | null, after: Contact, act: HistoryEntry['act']) => {
    const entry = { key: act.id, at: act.at, staffName: world.shop.owner, act, changes: changesOf(before, after) }
    history.set(after.id, [entry, ...(history.get(after.id) ?? [])])
  }
  return {
    ...fakeContactLists(world),
    ...fakeLinks(world, acts),
    ...fakeBulk(world, acts, jobs),
    'contacts.get': ({ id }) => world.found(id),
    'contacts.history': ({ id, before, limit }) => {
      const all = history.get(id) ?? []
      const from = before === null ? 0 : all.findIndex(entry => entry.key === before) + 1
      return { entries: all.slice(from, from + limit), more: all.length > from + limit }
    },
    'contacts.provenance': ({ id }) => sourcesOf(world, world.found(id), history.get(id) ?? []),
    'contacts.create': ({ draft }) => {
      const id = ContactId.parse(world.newId())
      const at = world.now().toISOString()
      const contact: Contact = {
        ...complete(world, draft),
        id,
        revision: 'r0',
        createdAt: at,
        changedAt: at,
        lastActivityAt: at,
        trashedAt: null,
        photo: '',
      }
      put(contact)
      const undo = () => void world.contacts.delete(id)
      const act = acts.note({ name: 'contact-create', ids: [id], undo, redo: () => void put(contact) })
      noteChange(null, contact, act)
      return { id, act }
    },
    'contacts.update': ({ id, revision, draft }) => {
      const before = world.found(id)
      if (before.revision !== revision) throw new AppError('conflict')
      const after: Contact = {
        ...before,
        ...complete(world, draft),
        revision: `${revision}+`,
        changedAt: world.now().toISOString(),
      }
      put(after)
      const act = acts.note({ name: 'contact-edit', ids: [id], undo: () => void put(before), redo: () => void put(after) })
      noteChange(before, after, act)
      return { id, act }
    },
  }
}

/** The draft as it is stored: new rows have an id, values and the assignee what belongs to them. */
function complete(world: FakeWorld, draft: ContactDraft) {
  const withId = <T extends { readonly id: string | null }>(one: T) => ({ ...one, id: one.id ?? world.newId() })
  const isPersonal = (fieldId: string) => world.fields.find(field => field.id === fieldId)?.personal ?? false
  return {
    ...draft,
    assigneeName: world.staff().find(({ id }) => id === draft.assigneeId)?.name ?? '',
    custom: draft.custom.map(one => ({ ...one, isPersonal: isPersonal(one.fieldId) })),
    phones: draft.phones.map(withId),
    emails: draft.emails.map(withId),
    addresses: draft.addresses.map(withId),
    handles: draft.handles.map(withId),
  }
}

const plainFields = [
  'name',
  'alias',
  'company',
  'jobTitle',
  'note',
  'memberNo',
  'level',
  'source',
  'stage',
  'pinnedNote',
] as const

function changesOf(before: Contact | null, after: Contact): HistoryEntry['changes'] {
  return plainFields
    .map(field => ({ field, before: before?.[field] ?? '', after: after[field] }))
    .filter(change => change.before !== change.after)
}

/** The newest change of each field that has a value, else the record's making: every second customer came from a file. */
function sourcesOf(world: FakeWorld, contact: Contact, entries: readonly HistoryEntry[]): FieldSource[] {
  const n = Number.parseInt(contact.id.slice(-12), 16)
  const from = n % 2 === 0 ? { file: '示例通讯录.vcf', row: n } : null
  const made: FieldSource = {
    field: '',
    at: contact.createdAt,
    staffName: world.shop.owner,
    act: {
      id: sampleId(7_000_000),
      kind: from === null ? 'edit' : 'import',
      name: from === null ? 'contact-create' : 'vcard-import',
      subject: from?.file ?? contact.name,
      count: 1,
      at: contact.createdAt,
      undoes: null,
    },
    from,
  }
  const lists = [...contact.phones.map(one => `phones.${one.id}`), ...contact.custom.map(one => `custom:${one.fieldId}`)]
  return [...plainFields.filter(field => contact[field] !== ''), ...lists].map(field => {
    const entry = entries.find(one => one.changes.some(change => change.field === field))
    if (entry === undefined) return { ...made, field }
    return { field, at: entry.at, staffName: entry.staffName, act: entry.act, from: null }
  })
}
