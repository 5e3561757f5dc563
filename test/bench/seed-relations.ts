import type { Actor, Change } from '../../electron/kernel/changes/change.ts'
import { derivedLinkId } from '../../electron/kernel/changes/derived-id.ts'
import type { Spine } from '../../electron/kernel/changes/spine.ts'
import type { ReadableDb } from '../../electron/kernel/db/database.ts'
import { isTwoWay, type LinkKind } from '../../shared/features/contacts/contact-link.ts'

/** Entries that the history of a heavy customer has at least. */
export const heavyEntries = 60
const heavyEvery = 1000
const heavyAtLeast = 4
const linkEvery = 12
const trashEvery = 500

interface Imported {
  readonly id: string
  readonly kind: string
}

/** Links among customers of one file: people work at its shops, are related, or came through one another. */
export function linkChanges(imported: readonly Imported[]): readonly Change[] {
  const shops = imported.filter(one => one.kind === 'organisation')
  return imported.flatMap((one, n): Change[] => {
    if (n % linkEvery !== 0 || one.kind === 'organisation') return []
    const shop = shops[(n / linkEvery) % Math.max(1, shops.length)]
    const other = imported[n + 1]
    const changes: Change[] = []
    if (shop !== undefined) changes.push(linkOf(one.id, shop.id, 'works-at', '店长'))
    if (other?.kind === 'person') changes.push(linkOf(other.id, one.id, n % 2 === 0 ? 'referred-by' : 'family', ''))
    return changes
  })
}

/** The id is the one that a person's link would have. */
function linkOf(from: string, to: string, kind: LinkKind, note: string): Change {
  const [left, right] = isTwoWay(kind) && to < from ? [to, from] : [from, to]
  const values = { from_id: left, to_id: right, kind, note }
  return { table: 'contact_link', id: derivedLinkId(left, right, `contact-link-${kind}`), kind: 'insert', values }
}

/** Customers with a long history, spread over all of them. */
export function heavyCustomers(db: ReadableDb, customers: number): readonly string[] {
  const wanted = Math.min(customers, Math.max(heavyAtLeast, Math.floor(customers / heavyEvery)))
  const ids = db.all<{ id: string }>("SELECT id FROM _contact_line WHERE kind = 'person' ORDER BY id").map(row => row.id)
  const step = Math.max(1, Math.floor(ids.length / Math.max(1, wanted)))
  return ids.filter((_, n) => n % step === 0).slice(0, wanted)
}

/** One visit after the other, each its own act, as years at the counter leave them. */
export function writeHistory(spine: Spine, actor: Actor, ids: readonly string[], passTime: () => void): void {
  for (let visit = 1; visit <= heavyEntries; visit += 1) {
    passTime()
    for (const id of ids) {
      const values = { note: `第${visit}次来店，买了两盒龙井` }
      const act = { kind: 'edit', name: 'contact-edit', subject: '' } as const
      spine.apply(act, actor, [{ table: 'contact', id, kind: 'update', values }])
    }
  }
}

/** Those of one file that were moved to the Trash since. */
export function trashedOf(imported: readonly Imported[]): readonly Change[] {
  return imported
    .filter((_, n) => n % trashEvery === trashEvery / 2)
    .map(({ id }): Change => ({ table: 'contact', id, kind: 'delete', values: {} }))
}
