import type { ActName } from '../../shared/features/acts/act.ts'
import type { Contact } from '../../shared/features/contacts/contact.ts'
import { type BulkAction, bulkAtOnceLimit } from '../../shared/features/contacts/contact-bulk.ts'
import type { ContactTarget } from '../../shared/features/contacts/contact-list-query.ts'
import { AppError } from '../../shared/kernel/app-error.ts'
import type { FakeActs } from './fake-acts.ts'
import { foundBy } from './fake-contact-lists.ts'
import type { FakeJobs } from './fake-jobs.ts'
import type { FakeHandlers, FakeWorld } from './fake-world.ts'

type Answered = FakeHandlers<'contacts.trash' | 'contacts.putBack' | 'contacts.bulk' | 'contacts.bulkAsJob'>

const actNames = { tag: 'bulk-tag', set: 'bulk-set', assign: 'bulk-assign', trash: 'bulk-trash' } as const

/** What is done to many customers as one act. */
export function fakeBulk(world: FakeWorld, acts: FakeActs, jobs: FakeJobs): Answered {
  const putAll = (contacts: readonly Contact[]) => () => contacts.forEach(one => world.contacts.set(one.id, one))
  const change = (name: ActName, before: readonly Contact[], after: readonly Contact[]) => {
    putAll(after)()
    return acts.note({ name, ids: before.map(one => one.id), undo: putAll(before), redo: putAll(after) })
  }
  const move = (name: 'contact-trash' | 'contact-put-back', ids: readonly string[]) => {
    const trashedAt = name === 'contact-trash' ? world.now().toISOString() : null
    const before = ids.map(world.found)
    const act = change(
      name,
      before,
      before.map(one => ({ ...one, trashedAt })),
    )
    return { count: ids.length, act }
  }
  const bulk = (target: ContactTarget, action: BulkAction) => {
    const all = targetOf(world, target)
    const pairs = all.map(one => ({ before: one, after: afterBulk(world, one, action) }))
    const changed = pairs.filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
    const act =
      changed.length === 0
        ? null
        : change(
            actNames[action.do],
            changed.map(one => one.before),
            changed.map(one => one.after),
          )
    return { changed: changed.length, unchanged: all.length - changed.length, act }
  }
  return {
    'contacts.trash': ({ ids }) => move('contact-trash', ids),
    'contacts.putBack': ({ ids }) => move('contact-put-back', ids),
    'contacts.bulk': ({ target, action }) => {
      if (targetOf(world, target).length > bulkAtOnceLimit) throw new AppError('too-many')
      return bulk(target, action)
    },
    'contacts.bulkAsJob': ({ target, action }) => {
      const records = targetOf(world, target).length
      const finish = () => {
        const { changed, unchanged } = bulk(target, action)
        return { changed, unchanged }
      }
      return jobs.start({ kind: 'bulk', subject: '', total: Math.max(1, records), records, actId: world.newId(), finish })
    },
  }
}

function targetOf(world: FakeWorld, target: ContactTarget): readonly Contact[] {
  if (target.by === 'ids') return target.ids.map(world.found)
  return foundBy(world, target).filter(one => !target.except.includes(one.id))
}

function afterBulk(world: FakeWorld, contact: Contact, action: BulkAction): Contact {
  switch (action.do) {
    case 'tag': {
      const kept = contact.tags.filter(tag => !action.remove.includes(tag))
      return { ...contact, tags: [...new Set([...kept, ...action.add])] }
    }
    case 'set':
      return { ...contact, [action.list]: action.key }
    case 'assign': {
      const assigneeName = world.staff().find(({ id }) => id === action.staffId)?.name ?? ''
      return { ...contact, assigneeId: action.staffId, assigneeName }
    }
    case 'trash':
      return { ...contact, trashedAt: world.now().toISOString() }
  }
}
