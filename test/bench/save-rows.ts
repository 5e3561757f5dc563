import { type Contact, type ContactDraft, ContactId } from '../../shared/features/contacts/contact.ts'
import type { BulkAction } from '../../shared/features/contacts/contact-bulk.ts'
import type { BenchSession } from './bench-session.ts'
import type { BenchVault } from './bench-vault.ts'
import { draftOf } from './draft-of.ts'
import { type BenchRow, measurePair, type Rounds } from './measure.ts'
import { randomFrom } from './random.ts'
import { seedCustomers } from './seed-customers.ts'
import { withWriteBench } from './write-bench.ts'

type Save = (session: BenchSession) => Promise<unknown>
type Edit = (contact: Contact) => ContactDraft

const edits = {
  'save a note': (contact: Contact) => ({ ...draftOf(contact), note: `${contact.note} 改期到周五` }),
  'save a changed customer': (contact: Contact) => {
    const phones = contact.phones.map((phone, n) => (n === 0 ? { ...phone, value: `${phone.value.slice(0, -1)}0` } : phone))
    return { ...draftOf(contact), note: `${contact.note} 改期到周五`, phones }
  },
} as const satisfies Readonly<Record<string, Edit>>

const inLine = {
  'save a tag': { do: 'tag', add: ['试用'], remove: [] },
  'save a level': { do: 'set', list: 'level', key: 'vip' },
} as const satisfies Readonly<Record<string, BulkAction>>

const creation = 'save a new customer'

export const saveNames: readonly string[] = [...Object.keys(edits), ...Object.keys(inLine), creation]

/** A person's saves, durable, beside the same statements bare: both keep their write-ahead log short in the same way. */
export async function saveRows(vault: BenchVault, rounds: Rounds, isWanted: (name: string) => boolean): Promise<BenchRow[]> {
  const wanted = saveNames.filter(isWanted)
  if (wanted.length === 0) return []
  return await withWriteBench(vault, 'save', async ({ session, record, ids }) => {
    const perRound = Math.min(rounds.perRound, Math.floor(ids.length / saveNames.length / (rounds.rounds + 1)))
    const count = (rounds.rounds + 1) * perRound
    const rows: BenchRow[] = []
    for (const name of wanted) {
      const saves = await savesOf(name, session, idsFor(name, ids, count))
      const replays: (() => void)[] = []
      for (const save of saves) replays.push(await record(save))
      const pair = { subject: (i: number) => saves[i]?.(session), limit: (i: number) => replays[i]?.() }
      rows.push({ name, customers: vault.customers, unit: 'ms', ...(await measurePair(pair, { ...rounds, perRound })) })
    }
    return rows
  })
}

/** Every kind has customers of its own: the revision that it saw holds on every copy. */
function idsFor(name: string, ids: readonly string[], count: number): readonly string[] {
  const random = randomFrom(11)
  const own = ids.filter((_, n) => n % saveNames.length === saveNames.indexOf(name))
  const keyed = own.map(id => ({ id, at: random() })).toSorted((a, b) => a.at - b.at)
  return keyed.slice(0, count).map(({ id }) => id)
}

async function savesOf(name: string, session: BenchSession, ids: readonly string[]): Promise<readonly Save[]> {
  if (name === creation) {
    const drafts = Array.from(seedCustomers(ids.length, 99))
    return drafts.map(
      (draft): Save =>
        on =>
          on.call('contacts.create', { draft }),
    )
  }
  const edit = Object.entries(edits).find(([key]) => key === name)?.[1]
  if (edit !== undefined) return await Promise.all(ids.map(id => updateOf(session, ContactId.parse(id), edit)))
  const action = Object.entries(inLine).find(([key]) => key === name)?.[1]
  if (action === undefined) throw new Error(`no such save: ${name}`)
  return ids.map((id): Save => {
    const target = { by: 'ids' as const, ids: [ContactId.parse(id)] }
    return on => on.call('contacts.bulk', { target, action: structuredClone<BulkAction>(action) })
  })
}

async function updateOf(session: BenchSession, id: ContactId, edit: Edit): Promise<Save> {
  const contact = await session.call('contacts.get', { id })
  const draft = edit(contact)
  return on => on.call('contacts.update', { id, revision: contact.revision, draft })
}
