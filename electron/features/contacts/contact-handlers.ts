import { ContactId } from '../../../shared/features/contacts/contact.ts'
import type { contactContract } from '../../../shared/features/contacts/contact-contract.ts'
import { contactDraftKey } from '../../../shared/features/contacts/contact-draft-key.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { discardDraft } from '../../kernel/db/discard-draft.ts'
import type { HandlersFor } from '../../kernel/ipc/handlers.ts'
import { bulkJob, runBulk } from './contact-bulk-acts.ts'
import { createChanges, updateChanges } from './contact-changes.ts'
import { findContacts } from './contact-find.ts'
import { findAll } from './contact-found.ts'
import { contactHistory } from './contact-history.ts'
import { linkChanges, listLinks, unlinkChanges } from './contact-links.ts'
import { indexInList, listContacts } from './contact-list.ts'
import { noteOpened, recentContacts } from './contact-opened.ts'
import { photoBytes, photoChanges } from './contact-photo.ts'
import { contactProvenance } from './contact-provenance.ts'
import { getContact, getContactRecord, getLivingRecord, revisionOf } from './contact-repository.ts'
import { checkDraft } from './contact-rules.ts'
import { listTags } from './contact-tags.ts'
import { listTrash, putBackChanges, subjectOf, trashChanges } from './contact-trash.ts'

export const contactHandlers: HandlersFor<typeof contactContract> = {
  'contacts.list': (context, request) => listContacts(context, request),
  'contacts.indexOf': (context, { id, ...query }) => ({ index: indexInList(context, query, id) }),
  'contacts.count': (context, { search, filter }) => ({ total: findAll(context, search, filter).total }),
  'contacts.find': (context, request) => findContacts(context, request),
  'contacts.get': ({ db }, { id }) => getContact(db, id),
  'contacts.history': ({ db }, { id, before, limit }) => contactHistory(db, id, before, limit),
  'contacts.tags': ({ db }) => listTags(db),
  'contacts.create': ({ db, apply, newId, now, actor, writeLocal }, { draft }) => {
    checkDraft(db, draft)
    const id = ContactId.parse(newId())
    discardDraft(writeLocal, actor.staffId, contactDraftKey(null))
    const changes = createChanges(draft, { id, createdAt: now().toISOString(), newId })
    return { id, act: apply({ kind: 'edit', name: 'contact-create', subject: draft.name }, changes) }
  },
  'contacts.update': ({ db, apply, newId, actor, writeLocal }, { id, revision, draft }) => {
    const record = getContactRecord(db, id)
    if (revisionOf(record) !== revision) throw new AppError('conflict')
    if (record.contact.deleted_ts !== null) throw new AppError('not-found')
    checkDraft(db, draft, record)
    discardDraft(writeLocal, actor.staffId, contactDraftKey(id))
    const changes = updateChanges(record, draft, newId)
    const act = changes.length === 0 ? null : apply({ kind: 'edit', name: 'contact-edit', subject: draft.name }, changes)
    return { id, act }
  },
  'contacts.trash': ({ db, apply }, { ids }) => {
    const changes = trashChanges(db, ids)
    const act = apply({ kind: 'edit', name: 'contact-trash', subject: subjectOf(db, changes) }, changes)
    return { count: changes.length, act }
  },
  'contacts.putBack': ({ db, apply }, { ids }) => {
    const changes = putBackChanges(db, ids)
    const act = apply({ kind: 'edit', name: 'contact-put-back', subject: subjectOf(db, changes) }, changes)
    return { count: changes.length, act }
  },
  'contacts.recent': (context, { limit }) => recentContacts(context, limit),
  'contacts.noteOpened': (context, { id }) => noteOpened(context, id),
  'contacts.links': ({ db }, { id }) => listLinks(db, id),
  'contacts.link': ({ db, apply }, draft) => {
    const { id, subject, changes } = linkChanges(db, draft)
    return { id, act: changes.length === 0 ? null : apply({ kind: 'edit', name: 'contact-link', subject }, changes) }
  },
  'contacts.unlink': ({ db, apply }, { id }) => {
    const { subject, changes } = unlinkChanges(db, id)
    return { act: apply({ kind: 'edit', name: 'contact-unlink', subject }, changes) }
  },
  'contacts.setPhoto': ({ db, apply, now, writeLocal }, { id, picture }) => {
    const { contact } = getLivingRecord(db, id)
    const changes = photoChanges({ writeLocal, now }, contact, picture)
    const act = changes.length === 0 ? null : apply({ kind: 'edit', name: 'contact-photo', subject: contact.name }, changes)
    return { id, act }
  },
  'contacts.photo': ({ db }, { photo }) => photoBytes(db, photo),
  'contacts.provenance': ({ db }, { id }) => contactProvenance(db, id),
  'contacts.bulk': (context, request) => runBulk(context, request),
  'contacts.bulkAsJob': (context, request) => context.startJob(bulkJob(context, request)),
  'contacts.listTrash': ({ db }, { offset, limit }) => listTrash(db, offset, limit),
}
