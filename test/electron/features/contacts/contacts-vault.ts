import { contactDerived } from '../../../../electron/features/contacts/contact-derived.ts'
import { contactHandlers } from '../../../../electron/features/contacts/contact-handlers.ts'
import { contactTables } from '../../../../electron/features/contacts/contact-tables.ts'
import { fieldCounts } from '../../../../electron/features/fields/field-counts.ts'
import { fieldHandlers } from '../../../../electron/features/fields/field-handlers.ts'
import { fieldTables } from '../../../../electron/features/fields/field-tables.ts'
import { staffHandlers } from '../../../../electron/features/staff/staff-handlers.ts'
import { newId } from '../../../../electron/kernel/clock.ts'
import type { SqlParams } from '../../../../electron/kernel/db/database.ts'
import { createReadCache } from '../../../../electron/kernel/db/read-cache.ts'
import { writeLocal } from '../../../../electron/kernel/db/write-local.ts'
import {
  type Contact,
  type ContactDraft,
  type ContactId,
  emptyContactDraft,
  type Phone,
} from '../../../../shared/features/contacts/contact.ts'
import { contactContract } from '../../../../shared/features/contacts/contact-contract.ts'
import { fieldContract } from '../../../../shared/features/fields/field-contract.ts'
import { staffContract } from '../../../../shared/features/staff/staff-contract.ts'
import { AppError } from '../../../../shared/kernel/app-error.ts'
import type { Channel, InputOf, OutputOf } from '../../../../shared/kernel/channel.ts'
import { openTestVault, type TestVault } from '../../../helpers/test-vault.ts'

const contract = { ...contactContract, ...fieldContract, ...staffContract } as const
const handlers = { ...contactHandlers, ...fieldHandlers, ...staffHandlers }
type Contract = typeof contract

/** A real vault with customers, own fields and staff, asked as the dispatcher asks: input and answer are parsed. */
export interface ContactsVault {
  readonly vault: TestVault
  readonly call: <N extends keyof Contract>(name: N, input: InputOf<Contract[N]>) => OutputOf<Contract[N]>
  readonly create: (draft: Partial<ContactDraft>) => ContactId
  /** Changes the customer as a form that just read it; the answer is the act's id, null when nothing differed. */
  readonly edit: (id: ContactId, change: (draft: ContactDraft) => Partial<ContactDraft>) => string | null
  readonly undo: (actId: string) => void
  readonly redo: (actId: string) => void
  /** Moves the clock on. */
  readonly wait: (ms: number) => void
}

export function openContactsVault(): ContactsVault {
  return askContactsVault(openTestVault({ tables: [...contactTables, ...fieldTables], derived: [contactDerived, fieldCounts] }))
}

/** The same for a vault that the test opened itself. */
export function askContactsVault(vault: TestVault): ContactsVault {
  const isInTransaction = (): boolean => vault.db.inTransaction
  const cache = createReadCache({ version: () => vault.spine.version(), isInTransaction, size: 24 })
  const run = (name: keyof Contract, input: unknown): unknown => {
    const channel: Channel = contract[name]
    const keepLocal = (sql: string, ...params: SqlParams) => writeLocal(vault.db, sql, ...params)
    const context = {
      db: vault.db,
      cache,
      actor: vault.actor,
      now: vault.now,
      newId,
      apply: writer(vault),
      writeLocal: keepLocal,
    }
    const handler = handlers[name] as (context: unknown, input: unknown) => unknown // the name chose both
    const parsed = channel.input.parse(input)
    const output = channel.kind === 'command' ? vault.db.transaction(() => handler(context, parsed)) : handler(context, parsed)
    return channel.output.parse(output)
  }
  const call = <N extends keyof Contract>(name: N, input: InputOf<Contract[N]>) => run(name, input) as OutputOf<Contract[N]> // parsed by it
  return {
    vault,
    call,
    create: draft => call('contacts.create', { draft: aDraft(draft) }).id,
    edit: (id, change) => {
      const contact = call('contacts.get', { id })
      const draft = draftOf(contact)
      const { act } = call('contacts.update', { id, revision: contact.revision, draft: { ...draft, ...change(draft) } })
      return act?.id ?? null
    },
    undo: actId => void vault.db.transaction(() => vault.spine.undo(actId, vault.actor)),
    redo: actId => void vault.db.transaction(() => vault.spine.redo(actId, vault.actor)),
    wait: ms => {
      vault.wall = new Date(vault.wall.getTime() + ms)
    },
  }
}

function writer(vault: TestVault) {
  return (start: Parameters<TestVault['apply']>[0], changes: Parameters<TestVault['apply']>[1]) =>
    vault.spine.apply(start, vault.actor, changes)
}

/** The code and field with which a call was refused; null when it was not. */
export function refusalOf(work: () => unknown): string | null {
  try {
    work()
  } catch (error) {
    if (error instanceof AppError) return [error.code, error.details.field].filter(part => part !== undefined).join(' ')
    throw error
  }
  return null
}

/** A draft in which only the named fields matter. */
export function aDraft(fields: Partial<ContactDraft>): ContactDraft {
  return { ...emptyContactDraft(), name: '张三', ...fields }
}

/** A stored customer as the form would send it back. */
export function draftOf(contact: Contact): ContactDraft {
  const {
    id: _id,
    revision: _r,
    createdAt: _c,
    changedAt: _h,
    lastActivityAt: _l,
    trashedAt: _t,
    photo: _p,
    assigneeName: _a,
    ...draft
  } = contact
  return { ...draft, custom: draft.custom.map(({ fieldId, value }) => ({ fieldId, value })) }
}

export function aPhone(value: string, more: Partial<Phone> = {}): Phone {
  return { id: null, label: 'mobile', value, preferred: false, ...more }
}

/** Every derived table of the slice as comparable text, without the numbers that a rebuild gives out anew. */
export function derivedContent({ vault }: Pick<ContactsVault, 'vault'>): unknown {
  const { db } = vault
  db.exec('CREATE VIRTUAL TABLE IF NOT EXISTS temp._tokens USING fts5vocab(main, _search, instance)')
  const tokens = db.all<{ term: string; id: string }>(
    `SELECT v.term, d.id FROM temp._tokens AS v JOIN _doc AS d ON d.doc = v.doc ORDER BY v.term, d.id`,
  )
  return {
    tokens,
    lines: db.all<object>('SELECT * FROM _contact_line ORDER BY id').map(line => ({ ...line, doc: 0 })),
    ranks: db.all(
      'SELECT d.id, d.tbl, r.last, t.text FROM _doc d JOIN _rank r USING (doc) JOIN _doc_text t USING (doc) ORDER BY d.id',
    ),
    trash: db.all('SELECT id, hex(at) AS at FROM _contact_trash ORDER BY id'),
    count: db.get('SELECT n FROM _contact_count'),
    tags: db.all('SELECT name, n FROM _tag_count WHERE n <> 0 ORDER BY name'),
    fields: db.all('SELECT field, n FROM _field_count WHERE n <> 0 ORDER BY field'),
    fieldsOf: db.all(
      `SELECT o.contact, f.field FROM _fields_of o, json_each(o.fields) e JOIN _field_count f ON f.no = e.value ORDER BY 1, 2`,
    ),
    counts: ['_doc', '_rank', '_doc_text', '_contact_line'].map(table => db.get(`SELECT count(*) AS n FROM ${table}`)),
  }
}
