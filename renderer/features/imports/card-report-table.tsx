import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import type { CardReport, ImportSummary } from '../../../shared/features/imports/vcard-import.ts'
import type { Id } from '../../../shared/kernel/id.ts'
import { useFormat } from '../../kernel/format.ts'
import { type Translate, useText } from '../../kernel/i18n.ts'
import { customerPath } from '../../kernel/paths.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Segmented } from '../../ui/choice.tsx'
import { FailureNote, Skeleton } from '../../ui/states.tsx'
import { cardNoteWords } from './card-note-words.ts'
import { loadMoreCards, openReport, type ReportFilter, useCardReport } from './card-report-store.ts'

const filters = ['all', 'with-notes', 'skipped'] as const

interface CardReportTableProps {
  readonly actId: Id
  /** For the counts on the filter; null while they are not known. */
  readonly summary: ImportSummary | null
}

/** Every card of a file with what became of it and why. */
export function CardReportTable({ actId, summary }: CardReportTableProps) {
  const { t } = useText()
  const report = useCardReport()
  useEffect(() => void openReport(actId, 'all'), [actId])
  const { only, rows, status, failure } = report
  return (
    <section className="card-report" aria-label={t('imports:report.title')}>
      <div className="row card-report-head">
        <h2 className="grow">{t('imports:report.title')}</h2>
        <Segmented
          small
          label={t('imports:report.filter')}
          value={only}
          choices={filters.map(one => ({ value: one, label: filterWords(t, one, summary) }))}
          onChange={next => void openReport(actId, next)}
        />
      </div>
      {failure !== null && status === 'failed' && <FailureNote failure={failure} onRetry={() => void openReport(actId, only)} />}
      {rows.length === 0 && status === 'loading' && <Skeleton label={t('common:loading')} rows={5} />}
      {rows.length === 0 && status === 'ready' && <p className="card-report-empty text-2">{emptyWords(t, only)}</p>}
      {rows.length > 0 && <Rows />}
    </section>
  )
}

function Rows() {
  const { t } = useText()
  const { rows, total, status } = useCardReport()
  return (
    <>
      <div className="import-table-box" data-busy={status === 'loading' || undefined} aria-busy={status === 'loading'}>
        <table className="import-table">
          <thead>
            <tr>
              <th scope="col" className="table-end">
                {t('imports:report.n')}
              </th>
              <th scope="col">{t('imports:report.name')}</th>
              <th scope="col">{t('imports:report.outcome')}</th>
              <th scope="col">{t('imports:report.notes')}</th>
              <th scope="col" className="table-end">
                {t('imports:report.line')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <CardRow key={row.n} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      <div className="row card-report-foot">
        <span className="meta num" role="status">
          {t('imports:report.shown', { n: rows.length, total })}
        </span>
        {rows.length < total && (
          <Button size="small" busy={status === 'loading'} onClick={() => void loadMoreCards()}>
            {t('imports:report.more')}
          </Button>
        )}
      </div>
    </>
  )
}

const outcomeLook = {
  imported: { tone: 'ok', icon: 'tick' },
  'imported-with-notes': { tone: 'info', icon: 'info' },
  skipped: { tone: 'warn', icon: 'warning' },
} as const

function CardRow({ row }: { readonly row: CardReport }) {
  const { t } = useText()
  const format = useFormat()
  const navigate = useNavigate()
  const { contactId } = row
  const name = row.name === '' ? t('imports:report.noName') : row.name
  return (
    <tr>
      <td className="num table-end meta">{format.number(row.n)}</td>
      <th scope="row" className="card-name">
        {contactId === null ? (
          <span className={row.name === '' ? 'meta' : ''}>{name}</span>
        ) : (
          <button
            type="button"
            className="link"
            aria-label={t('imports:report.open', { name })}
            onClick={() => void navigate(customerPath(contactId))}
          >
            {name}
          </button>
        )}
      </th>
      <td>
        <Chip {...outcomeLook[row.outcome]}>{t(`imports:outcome.${row.outcome}`)}</Chip>
      </td>
      <td className="card-notes">
        {row.notes.length > 0 && (
          <ul>
            {row.notes.map((note, index) => (
              <li key={index}>{cardNoteWords(t, note)}</li>
            ))}
          </ul>
        )}
      </td>
      <td className="num table-end meta">{format.number(row.line)}</td>
    </tr>
  )
}

function filterWords(t: Translate, filter: ReportFilter, summary: ImportSummary | null): string {
  const words = t(`imports:report.${filter}`)
  if (summary === null) return words
  const { imported, withNotes, skipped } = summary
  const counts = { all: imported + skipped, 'with-notes': withNotes, skipped }
  return t('imports:report.filterCount', { words, n: counts[filter] })
}

function emptyWords(t: Translate, filter: ReportFilter): string {
  if (filter === 'all') return t('imports:report.emptyAll')
  return filter === 'skipped' ? t('imports:report.emptySkipped') : t('imports:report.emptyNotes')
}
