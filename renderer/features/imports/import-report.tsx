import { useNavigate } from 'react-router'
import type { Id } from '../../../shared/kernel/id.ts'
import { useText } from '../../kernel/i18n.ts'
import { shownValue } from '../../kernel/loadable.ts'
import { paths } from '../../kernel/paths.ts'
import { Button } from '../../ui/button.tsx'
import { CardReportTable } from './card-report-table.tsx'
import { useVcardImport } from './vcard-import-store.ts'

/** The result of one earlier import, card by card. */
export function ImportReport({ actId }: { readonly actId: Id }) {
  const { t } = useText()
  const navigate = useNavigate()
  const earlier = useVcardImport(state => state.earlier)
  const summary = (shownValue(earlier) ?? []).find(one => one.actId === actId) ?? null
  return (
    <div className="import-page">
      <div className="import-column import-column-wide">
        <div className="row">
          <Button kind="quiet" size="small" icon="arrow-left" onClick={() => void navigate(paths.import)}>
            {t('imports:report.back')}
          </Button>
        </div>
        <h1 tabIndex={-1}>{summary === null ? t('imports:report.title') : t('imports:done.file', { file: summary.fileName })}</h1>
        <CardReportTable actId={actId} summary={summary} />
      </div>
    </div>
  )
}
