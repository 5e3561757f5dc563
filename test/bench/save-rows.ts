import { wrapDatabase } from '../../electron/kernel/db/database.ts'
import { type Contact, ContactDraft, ContactId } from '../../shared/features/contacts/contact.ts'
import { type BenchSession, openBenchSession } from './bench-session.ts'
import { type BenchVault, cacheOf, copyOf, decryptedCopy, keepLogShort, openBenchVault, openPlain } from './bench-vault.ts'
import { type BenchRow, measurePair, type Rounds } from './measure.ts'
import { randomFrom } from './read-rows.ts'
import { prepareReplay, recordSql } from './recorded-sql.ts'
import { seedCustomers } from './seed-customers.ts'

export const saveNames = ['save a changed customer', 'save a new customer'] as const

type Save = (session: BenchSession) => Promise<unknown>

/** A person's saves, durable, beside the same statements bare: both keep their write-ahead log short in the same way. */
export async function saveRows(vault: BenchVault, rounds: Rounds, isWanted: (name: string) => boolean): Promise<BenchRow[]> {
  const wanted = saveNames.filter(isWanted)
  if (wanted.length === 0) return []
  const open = await openBenchVault(copyOf(vault, 'save'))
  const cacheKib = cacheOf(open.rawWriter)
  const recorded = openPlain(await decryptedCopy(vault, 'save-recorded'), cacheKib)
  const bare = openPlain(await decryptedCopy(vault, 'save-plain'), cacheKib)
  try {
    const session = openBenchSession(open.writer, vault.staffId, open.noteCommit)
    const recorder = recordSql(wrapDatabase(recorded))
    const recordSession = openBenchSession(recorder.db, vault.staffId, () => undefined)
    const replay = prepareReplay(bare)
    const count = (rounds.rounds + 1) * rounds.perRound
    const saves = {
      'save a changed customer': () =>
        changesOf(session, wrapDatabase(recorded).all('SELECT id FROM _contact_line ORDER BY id'), count),
      'save a new customer': () => Promise.resolve(creationsOf(count)),
    }
    const rows: BenchRow[] = []
    for (const name of wanted) {
      const calls = await saves[name]()
      const replays: (() => void)[] = []
      recorder.take()
      for (const save of calls) {
        await save(recordSession)
        replays.push(replay(recorder.take()))
      }
      const limit = (i: number): void => {
        replays[i]?.()
        keepLogShort(bare)
      }
      const measured = await measurePair({ subject: i => calls[i]?.(session), limit }, rounds)
      rows.push({ name, customers: vault.customers, unit: 'ms', ...measured })
    }
    return rows
  } finally {
    recorded.close()
    bare.close()
    open.close('quit')
  }
}

/** Each changes a note and a number of another customer; the revision they saw holds on every copy. */
async function changesOf(session: BenchSession, ids: readonly { id: string }[], count: number): Promise<readonly Save[]> {
  const random = randomFrom(11)
  const chosen = new Set<string>()
  while (chosen.size < Math.min(count, ids.length)) chosen.add(ids[Math.floor(random() * ids.length)]?.id ?? '')
  const saves: Save[] = []
  for (const id of chosen) {
    const contact = await session.call('contacts.get', { id })
    const draft = editedDraft(contact)
    saves.push(on => on.call('contacts.update', { id: ContactId.parse(id), revision: contact.revision, draft }))
  }
  return saves
}

function editedDraft(contact: Contact): ContactDraft {
  const { id: _id, revision: _revision, createdAt: _created, changedAt: _changed, trashedAt: _trashed, ...draft } = contact
  const phones = draft.phones.map((phone, index) => (index === 0 ? { ...phone, value: `${phone.value.slice(0, -1)}0` } : phone))
  return ContactDraft.parse({ ...draft, note: `${draft.note} 改期到周五`, phones })
}

function creationsOf(count: number): readonly Save[] {
  return Array.from(seedCustomers(count, 99), draft => (session: BenchSession) => session.call('contacts.create', { draft }))
}
