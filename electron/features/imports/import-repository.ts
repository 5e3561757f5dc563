import { CardReport, ImportSummary } from '../../../shared/features/imports/vcard-import.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { ReadableDb } from '../../kernel/db/database.ts'
import type { LocalRow } from '../../kernel/jobs/job-runner.ts'

type ReportFilter = 'all' | 'with-notes' | 'skipped'

/** Imports that came to their end, newest first; also those that were undone since. */
export function listImports(db: ReadableDb): ImportSummary[] {
  const acts = db.all<ActRow>(
    `SELECT id, subject, started, undone_by FROM act
     WHERE kind = 'import' AND name = 'vcard-import' AND state = 'done' ORDER BY ts DESC`,
  )
  return acts.map(act => summaryOf(db, act))
}

/** Cards of one import in the order of the file. Throws AppError not-found. */
export function readReport(
  db: ReadableDb,
  query: { readonly actId: string; readonly only: ReportFilter; readonly offset: number; readonly limit: number },
): { readonly total: number; readonly rows: CardReport[] } {
  const { actId, only, offset, limit } = query
  if (db.get("SELECT 1 FROM act WHERE id = ? AND kind = 'import'", actId) === undefined) throw new AppError('not-found')
  const outcome = only === 'all' ? null : only === 'skipped' ? 'skipped' : 'imported-with-notes'
  const counts = countOutcomes(db, actId)
  const total = outcome === null ? [...counts.values()].reduce((sum, count) => sum + count, 0) : (counts.get(outcome) ?? 0)
  const rows =
    outcome === null
      ? db.all<CardRow>(`${selectCards} WHERE act = ? ORDER BY n LIMIT +? OFFSET ?`, actId, limit, offset)
      : db.all<CardRow>(
          `${selectCards} WHERE act = ? AND outcome = ? AND outcome <> 'imported' ORDER BY n LIMIT +? OFFSET ?`,
          actId,
          outcome,
          limit,
          offset,
        )
  return { total, rows: rows.map(row => fromRow(row)) }
}

/** The row that keeps a card's report, written with the customer it became. */
export function cardReportRow(actId: string, card: CardReport): LocalRow {
  const { n, line, outcome, name, contactId, notes } = card
  return {
    sql: 'INSERT INTO _import_card (act, n, line, outcome, name, contact_id, notes) VALUES (?, ?, ?, ?, ?, ?, ?)',
    params: [actId, n, line, outcome, name, contactId, JSON.stringify(notes)],
  }
}

/** Drops the reports of imports that were cancelled or cut short: nothing of them is left to report on. */
export const dropAbandonedReports: LocalRow = {
  sql: "DELETE FROM _import_card WHERE act IN (SELECT id FROM act WHERE state = 'rolled-back' AND kind = 'import')",
  params: [],
}

interface ActRow {
  readonly id: string
  readonly subject: string
  readonly started: string
  readonly undone_by: string | null
}

interface CardRow {
  readonly n: number
  readonly line: number
  readonly outcome: string
  readonly name: string
  readonly contact_id: string | null
  readonly notes: string
}

const selectCards = 'SELECT n, line, outcome, name, contact_id, notes FROM _import_card'

function summaryOf(db: ReadableDb, act: ActRow): ImportSummary {
  const counts = countOutcomes(db, act.id)
  const withNotes = counts.get('imported-with-notes') ?? 0
  return ImportSummary.parse({
    actId: act.id,
    fileName: act.subject,
    at: act.started,
    imported: (counts.get('imported') ?? 0) + withNotes,
    withNotes,
    skipped: counts.get('skipped') ?? 0,
    undone: act.undone_by !== null,
  })
}

function countOutcomes(db: ReadableDb, actId: string): ReadonlyMap<string, number> {
  const rows = db.all<{ outcome: string; count: number }>(
    'SELECT outcome, COUNT(*) AS count FROM _import_card WHERE act = ? GROUP BY outcome',
    actId,
  )
  return new Map(rows.map(row => [row.outcome, row.count]))
}

function fromRow(row: CardRow): CardReport {
  const { n, line, outcome, name, contact_id: contactId, notes } = row
  return CardReport.parse({ n, line, outcome, name, contactId, notes: JSON.parse(notes) })
}
