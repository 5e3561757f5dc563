import type Database from 'better-sqlite3'
import { pickOne } from './random.ts'
import type { Call, ReadKind, Sample, Samples } from './read-kinds.ts'

/** What the page of a customer asks for when it opens. */
function page({ id }: Sample): readonly Call[] {
  const one = { id }
  return [
    { channel: 'contacts.get', input: one },
    { channel: 'contacts.links', input: one },
    { channel: 'contacts.history', input: { ...one, before: null, limit: 50 } },
  ]
}

const any = ({ all }: Samples, random: () => number): Sample => pickOne(all, random)
const heavy = (samples: Samples, random: () => number): Sample => pickOne(samples.heavy, random)

/** A customer's page: anybody's, and one with a history of more than 50 entries. */
export const openKinds: readonly ReadKind[] = [
  { name: 'open a customer', calls: (samples, random) => page(any(samples, random)).slice(0, 1) },
  { name: 'open history of a customer', calls: (samples, random) => page(any(samples, random)).slice(2) },
  { name: 'open any page', calls: (samples, random) => page(any(samples, random)) },
  { name: 'open heavy page', calls: (samples, random) => page(heavy(samples, random)) },
  {
    name: 'open any page, beside a plain index layout',
    calls: (samples, random) => page(any(samples, random)),
    limit: indexLayout,
  },
  {
    name: 'open heavy page, beside a plain index layout',
    calls: (samples, random) => page(heavy(samples, random)),
    limit: indexLayout,
  },
  {
    name: 'open where its fields come from',
    calls: (samples, random) => [{ channel: 'contacts.provenance', input: { id: any(samples, random).id } }],
  },
  { name: 'open the last opened', calls: () => [{ channel: 'contacts.recent', input: { limit: 8 } }] },
]

/**
 * The usual way to store the same: entries as rows in the order of their time, found by an index on customer and time,
 * what belongs to a customer by an index on its owner.
 */
function indexLayout(plain: Database.Database): (calls: readonly Call[]) => void {
  plain.exec(`CREATE TABLE IF NOT EXISTS bench_history AS
      SELECT t.customer, l.ts, l.tbl, l.row_id, l.kind, l.vals, l.wall, a.kind AS act_kind, a.name AS act_name, a.subject
      FROM change_log AS l JOIN _timeline AS t ON t.at = l.ts JOIN act AS a ON a.id = l.batch_id ORDER BY l.ts;
    CREATE INDEX IF NOT EXISTS bench_history_of ON bench_history (customer, ts)`)
  const history = plain.prepare('SELECT * FROM bench_history WHERE customer = ? ORDER BY ts DESC LIMIT 50')
  const owned = ['contact_phone', 'contact_email', 'contact_address', 'contact_handle', 'contact_tag', 'custom_value'].map(
    table => plain.prepare(`SELECT * FROM ${table} WHERE contact_id = ? AND deleted_ts IS NULL`),
  )
  const customer = plain.prepare('SELECT * FROM contact WHERE id = ?')
  const links = plain.prepare('SELECT * FROM contact_link WHERE from_id = ? AND deleted_ts IS NULL')
  return ([first]) => {
    if (first?.channel !== 'contacts.get') return
    const { id } = first.input
    customer.get(id)
    for (const statement of [...owned, links, history]) statement.all(id)
  }
}
