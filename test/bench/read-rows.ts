import { wrapDatabase } from '../../electron/kernel/db/database.ts'
import type { CallInput, ChannelName } from '../../shared/contract.ts'
import type { ContactSort } from '../../shared/features/contacts/contact-list-query.ts'
import { openBenchSession } from './bench-session.ts'
import { type BenchVault, cacheOf, copyOf, decryptedCopy, openBenchVault, openPlain } from './bench-vault.ts'
import { type BenchRow, measurePair, type Rounds } from './measure.ts'
import { prepareReplay, recordSql } from './recorded-sql.ts'

/** A living customer of the vault, for questions that have an answer. */
interface Sample {
  readonly id: string
  readonly name: string
  readonly company: string
  readonly phone: string
}

const byRank: ContactSort = { by: 'relevance', dir: 'desc' }
const byName: ContactSort = { by: 'name', dir: 'asc' }

interface Call<N extends ChannelName = ChannelName> {
  readonly channel: N
  readonly input: CallInput<N>
}

interface ReadKind {
  readonly name: string
  readonly call: (sample: Sample, random: () => number, customers: number) => Call
}

const find = (text: string): Call => ({ channel: 'contacts.find', input: { text, limit: 8, scope: 'all' } })
const list = (search: string, sort: ContactSort, offset: number): Call => ({
  channel: 'contacts.list',
  input: { search, filter: null, sort, offset, limit: 50, customFields: [] },
})
const lastPage = (customers: number): number => Math.max(0, customers - 50)

const kinds: readonly ReadKind[] = [
  { name: 'search one character', call: ({ name }) => find(name.slice(0, 1)) },
  { name: 'search two characters', call: ({ name }) => find(name.slice(0, 2)) },
  { name: 'search a whole name', call: ({ name }) => find(name) },
  { name: 'search last four digits', call: ({ phone }) => find(phone.replace(/\D/g, '').slice(-4)) },
  { name: 'search part of a company', call: ({ company }) => find(company.slice(2, 6)) },
  { name: 'search in the list, two characters', call: ({ name }) => list(name.slice(0, 2), byRank, 0) },
  { name: 'list first page by activity', call: () => list('', byRank, 0) },
  { name: 'list first page by name', call: () => list('', byName, 0) },
  { name: 'list page at any depth', call: (_, random, n) => list('', pickSort(random), Math.floor(random() * lastPage(n))) },
  {
    name: 'list page in the deepest tenth',
    call: (_, random, n) => list('', pickSort(random), Math.floor((0.9 + random() * 0.1) * lastPage(n))),
  },
  { name: 'open a customer', call: ({ id }) => ({ channel: 'contacts.get', input: { id } }) },
  {
    name: 'open history of a customer',
    call: ({ id }) => ({ channel: 'contacts.history', input: { id, before: null, limit: 50 } }),
  },
]

export const readNames: readonly string[] = kinds.map(kind => kind.name)

/** Searching, paging and opening, each beside the same statements bare. */
export async function readRows(vault: BenchVault, rounds: Rounds, isWanted: (name: string) => boolean): Promise<BenchRow[]> {
  const wanted = kinds.filter(kind => isWanted(kind.name))
  if (wanted.length === 0) return []
  const open = await openBenchVault(copyOf(vault, 'read'))
  const plainPath = await decryptedCopy(vault, 'read-plain')
  const cacheKib = cacheOf(open.rawWriter)
  const [recorded, bare] = [openPlain(plainPath, cacheKib), openPlain(plainPath, cacheKib)]
  try {
    const session = openBenchSession(open.writer, vault.staffId, () => undefined)
    const recorder = recordSql(wrapDatabase(recorded))
    const recordSession = openBenchSession(recorder.db, vault.staffId, () => undefined)
    const samples = wrapDatabase(recorded).all<Sample>('SELECT id, name, company, phone FROM _contact_line ORDER BY id')
    const replay = prepareReplay(bare)
    const rows: BenchRow[] = []
    for (const kind of wanted) {
      const calls = callsOf(kind, samples, (rounds.rounds + 1) * rounds.perRound)
      const replays: (() => void)[] = []
      recorder.take()
      for (const { channel, input } of calls) {
        await recordSession.call(channel, input)
        replays.push(replay(recorder.take()))
      }
      const measured = await measurePair(
        {
          subject: i => session.call(calls[i]?.channel ?? 'contacts.list', calls[i]?.input as never),
          limit: i => replays[i]?.(),
        },
        rounds,
      )
      rows.push({ name: kind.name, customers: vault.customers, unit: 'ms', ...measured })
    }
    return rows
  } finally {
    recorded.close()
    bare.close()
    open.close('quit')
  }
}

function callsOf(kind: ReadKind, samples: readonly Sample[], count: number): readonly Call[] {
  const random = randomFrom(7)
  const rich = samples.filter(sample => sample.company !== '' && sample.phone !== '')
  return Array.from({ length: count }, () => {
    const sample = rich[Math.floor(random() * rich.length)]
    if (sample === undefined) throw new Error('a seeded vault has customers with a company and a phone')
    return kind.call(sample, random, samples.length)
  })
}

function pickSort(random: () => number): ContactSort {
  return random() < 0.5 ? byRank : byName
}

/** Mulberry32: the same numbers for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
