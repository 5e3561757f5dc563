import type { BulkAction } from '../../../shared/features/contacts/contact-bulk.ts'
import type { OptionList } from '../../../shared/features/fields/field-option.ts'
import type { Change } from '../../kernel/changes/change.ts'
import { derivedLinkId } from '../../kernel/changes/derived-id.ts'
import type { ReadableDb } from '../../kernel/db/database.ts'
import { tagIdOf } from './contact-changes.ts'
import { tagsNamed } from './contact-tags.ts'

/** What an action means for some customers as they are now. */
export interface BulkPart {
  readonly changes: readonly Change[]
  /** Customers that change; the others are so already, or are not there any more. */
  readonly changed: number
}

export function bulkChanges(db: ReadableDb, ids: readonly string[], action: BulkAction): BulkPart {
  switch (action.do) {
    case 'tag':
      return tagChanges(db, livingOf(db, ids), action)
    case 'set':
      return columnChanges(livingValues(db, ids, action.list), action.list, action.key)
    case 'assign':
      return columnChanges(livingValues(db, ids, 'assignee_id'), 'assignee_id', action.staffId ?? '')
    case 'trash': {
      const changes = livingOf(db, ids).map((id): Change => ({ table: 'contact', id, kind: 'delete', values: {} }))
      return { changes, changed: changes.length }
    }
  }
}

interface LivingValue {
  readonly id: string
  readonly value: string
}

function columnChanges(living: readonly LivingValue[], column: string, value: string): BulkPart {
  const changes = living
    .filter(contact => contact.value !== value)
    .map(({ id }): Change => ({ table: 'contact', id, kind: 'update', values: { [column]: value } }))
  return { changes, changed: changes.length }
}

const livingWanted = `FROM json_each(?) AS wanted
  CROSS JOIN contact AS c ON c.id = wanted.value AND c.deleted_ts IS NULL ORDER BY wanted.key`

function livingOf(db: ReadableDb, ids: readonly string[]): readonly string[] {
  return db.column<string>(`SELECT c.id ${livingWanted}`, JSON.stringify(ids))
}

const valueSql = {
  level: `SELECT c.id, c.level AS value ${livingWanted}`,
  source: `SELECT c.id, c.source AS value ${livingWanted}`,
  stage: `SELECT c.id, c.stage AS value ${livingWanted}`,
  assignee_id: `SELECT c.id, c.assignee_id AS value ${livingWanted}`,
} as const

function livingValues(db: ReadableDb, ids: readonly string[], column: OptionList | 'assignee_id'): readonly LivingValue[] {
  return db.all<LivingValue>(valueSql[column], JSON.stringify(ids))
}

interface TagLink {
  readonly id: string
  readonly contact_id: string
  readonly tag_id: string
}

/** A word both added and removed is added. */
function tagChanges(db: ReadableDb, ids: readonly string[], action: Extract<BulkAction, { do: 'tag' }>): BulkPart {
  const wanted = new Map(action.add.map(name => [tagIdOf(name), name]))
  const unwanted = new Set(tagsNamed(db, action.remove).flat())
  for (const id of wanted.keys()) unwanted.delete(id)
  const links = Map.groupBy(
    db.all<TagLink>(linksSql, JSON.stringify(ids), JSON.stringify([...wanted.keys(), ...unwanted])),
    link => link.contact_id,
  )
  const changes: Change[] = [...wanted].map(([id, name]) => ({
    table: 'tag',
    id,
    kind: 'insert',
    values: { name },
    ifAbsent: true,
  }))
  const tagsMade = changes.length
  let changed = 0
  for (const contactId of ids) {
    const own = contactTagChanges(contactId, links.get(contactId) ?? [], [...wanted.keys()], unwanted)
    if (own.length > 0) changed += 1
    changes.push(...own)
  }
  return { changes: changes.length === tagsMade ? [] : changes, changed }
}

function contactTagChanges(
  contactId: string,
  links: readonly TagLink[],
  wanted: readonly string[],
  unwanted: ReadonlySet<string>,
): readonly Change[] {
  const held = new Set(links.map(link => link.tag_id))
  const gone = links.filter(link => unwanted.has(link.tag_id))
  const added = wanted.filter(tagId => !held.has(tagId))
  return [
    ...gone.map(({ id }): Change => ({ table: 'contact_tag', id, kind: 'delete', values: {} })),
    ...added.map((tagId): Change => {
      const values = { contact_id: contactId, tag_id: tagId }
      const id = derivedLinkId(contactId, tagId, 'contact-tag')
      return { table: 'contact_tag', id, kind: 'insert', values, ifAbsent: true }
    }),
  ]
}

const linksSql = `SELECT t.id, t.contact_id, t.tag_id FROM json_each(?) AS wanted CROSS JOIN json_each(?) AS tag
  CROSS JOIN contact_tag AS t ON t.contact_id = wanted.value AND t.tag_id = tag.value AND t.deleted_ts IS NULL`
