import { type SavedView, type SavedViewDraft, ViewDefinition } from '../../../shared/features/views/saved-view.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { Change, ChangeValues } from '../../kernel/changes/change.ts'
import type { ReadableDb } from '../../kernel/db/database.ts'
import { nameKey } from '../../kernel/search/name-key.ts'

/**
 * This person's views and those that others share, by name. One that a newer version of the program wrote in words that
 * this one does not know is left out, and so cannot be overwritten here: it is there again after the update.
 */
export function listViews(db: ReadableDb, staffId: string): SavedView[] {
  const views = db.all<ViewRow>(listSql, staffId).flatMap(row => {
    const definition = parseDefinition(row.definition)
    return definition === null ? [] : [toView(row, definition, staffId)]
  })
  const keyed = views.map(view => ({ view, key: nameKey(view.name, 'organisation') }))
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ view }) => view)
}

/** None where nothing differs. Throws not-found for a view of somebody else, or one that is no more. */
export function saveViewChanges(
  db: ReadableDb,
  staffId: string,
  { draft, id }: { draft: SavedViewDraft; id: string },
): readonly Change[] {
  const values = valuesOf(draft)
  if (draft.id === null) return [{ table: 'saved_view', id, kind: 'insert', values: { owner_id: staffId, ...values } }]
  const before: ChangeValues = { ...getOwnView(db, staffId, id) }
  const differing = Object.entries(values).filter(([column, value]) => before[column] !== value)
  return differing.length === 0 ? [] : [{ table: 'saved_view', id, kind: 'update', values: Object.fromEntries(differing) }]
}

/** Throws not-found for a view of somebody else, or one that is no more. */
export function removeViewChanges(db: ReadableDb, staffId: string, id: string): { name: string; changes: readonly Change[] } {
  const { name } = getOwnView(db, staffId, id)
  return { name, changes: [{ table: 'saved_view', id, kind: 'delete', values: {} }] }
}

interface ViewRow {
  readonly id: string
  readonly owner_id: string
  readonly owner: string | null
  readonly name: string
  readonly shared: number
  readonly pinned: number
  readonly definition: string
}

const columns = `v.id, v.owner_id, (SELECT s.name FROM staff AS s WHERE s.id = v.owner_id) AS owner, v.name, v.shared, v.pinned,
  v.definition`
const listSql = `SELECT ${columns} FROM saved_view AS v WHERE v.deleted_ts IS NULL AND (v.owner_id = ? OR v.shared = 1) ORDER BY v.id`
const ownSql = `SELECT ${columns} FROM saved_view AS v WHERE v.id = ? AND v.owner_id = ? AND v.deleted_ts IS NULL`

function getOwnView(db: ReadableDb, staffId: string, id: string): ViewRow {
  const row = db.get<ViewRow>(ownSql, id, staffId)
  if (row === undefined) throw new AppError('not-found')
  return row
}

function toView(row: ViewRow, definition: ViewDefinition, staffId: string): SavedView {
  return {
    id: row.id,
    name: row.name,
    shared: row.shared === 1,
    isMine: row.owner_id === staffId,
    ownerName: row.owner ?? '',
    pinned: row.pinned === 1,
    definition,
  }
}

function valuesOf({ name, shared, pinned, definition }: SavedViewDraft): ChangeValues {
  return { name, shared: shared ? 1 : 0, pinned: pinned ? 1 : 0, definition: JSON.stringify(definition) }
}

function parseDefinition(json: string): ViewDefinition | null {
  try {
    return ViewDefinition.safeParse(JSON.parse(json)).data ?? null
  } catch {
    return null
  }
}
