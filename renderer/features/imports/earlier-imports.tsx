import { useNavigate } from 'react-router'
import type { ImportSummary } from '../../../shared/features/imports/vcard-import.ts'
import { useFormat } from '../../kernel/format.ts'
import { useText } from '../../kernel/i18n.ts'
import { shownValue } from '../../kernel/loadable.ts'
import { paths } from '../../kernel/paths.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { FailureNote } from '../../ui/states.tsx'
import { loadEarlierImports, undoImport, useVcardImport } from './vcard-import-store.ts'

/** Imports of before, the newest first, each with its result and its undo. Nothing when there are none. */
export function EarlierImports({ busy }: { readonly busy: boolean }) {
  const { t } = useText()
  const earlier = useVcardImport(state => state.earlier)
  if (earlier.status === 'failed') {
    return <FailureNote failure={earlier.failure} onRetry={() => void loadEarlierImports()} />
  }
  const imports = shownValue(earlier) ?? []
  if (imports.length === 0) return null
  return (
    <section className="import-earlier">
      <h2>{t('imports:earlier.title')}</h2>
      <div className="import-table-box">
        <table className="import-table">
          <thead>
            <tr>
              <th scope="col">{t('imports:earlier.file')}</th>
              <th scope="col">{t('imports:earlier.at')}</th>
              <th scope="col" className="table-end">
                {t('imports:earlier.imported')}
              </th>
              <th scope="col" className="table-end">
                {t('imports:earlier.skipped')}
              </th>
              <th scope="col">
                <span className="visually-hidden">{t('imports:earlier.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {imports.map(one => (
              <EarlierRow key={one.actId} summary={one} busy={busy} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function EarlierRow({ summary, busy }: { readonly summary: ImportSummary; readonly busy: boolean }) {
  const { t } = useText()
  const format = useFormat()
  const navigate = useNavigate()
  const { fileName: file, actId } = summary
  return (
    <tr>
      <th scope="row" className="import-file" title={file}>
        {file}
      </th>
      <td className="num">
        <time dateTime={summary.at} title={format.dateTime(summary.at)}>
          {format.relative(summary.at)}
        </time>
      </td>
      <td className="num table-end">{format.number(summary.imported)}</td>
      <td className="num table-end">{format.number(summary.skipped)}</td>
      <td>
        <div className="row import-row-actions">
          <Button
            size="small"
            kind="quiet"
            aria-label={t('imports:earlier.reportOf', { file })}
            onClick={() => void navigate(`${paths.import}/${actId}`)}
          >
            {t('imports:earlier.report')}
          </Button>
          {summary.undone ? (
            <Chip tone="neutral" icon="undo">
              {t('imports:undone')}
            </Chip>
          ) : (
            <Button
              size="small"
              aria-label={t('imports:earlier.undoOf', { file })}
              disabledReason={busy ? t('imports:failed.job-running') : undefined}
              onClick={() => void undoImport(summary)}
            >
              {t('imports:done.undo')}
            </Button>
          )}
        </div>
      </td>
    </tr>
  )
}
