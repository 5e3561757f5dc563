import { useNavigate } from 'react-router'
import type { ImportSummary } from '../../../shared/features/imports/vcard-import.ts'
import { useFormat } from '../../kernel/format.ts'
import { useText } from '../../kernel/i18n.ts'
import { paths } from '../../kernel/paths.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { CardReportTable } from './card-report-table.tsx'
import { chooseAndImport, undoImport } from './vcard-import-store.ts'

/** What an import brought: three figures, what to do next, and every card with its reasons. */
export function ImportDone({ summary }: { readonly summary: ImportSummary }) {
  const { t } = useText()
  const format = useFormat()
  const navigate = useNavigate()
  const { imported, withNotes, skipped } = summary
  const isNothing = imported === 0
  return (
    <div className="import-done">
      <div className="row import-done-head">
        <Chip tone={isNothing ? 'warn' : 'ok'} icon={isNothing ? 'warning' : 'tick'}>
          {isNothing ? t('imports:done.nothing') : t('imports:done.title')}
        </Chip>
        <span className="meta cut" title={summary.fileName}>
          {t('imports:done.file', { file: summary.fileName })}
        </span>
      </div>
      <dl className="import-totals">
        <Total label={t('imports:done.imported')} value={format.number(imported)} />
        <Total label={t('imports:done.withNotes')} value={format.number(withNotes)} />
        <Total label={t('imports:done.skipped')} value={format.number(skipped)} />
      </dl>
      <div className="row import-actions">
        <Button kind="primary" icon="customers" onClick={() => void navigate(paths.customers)}>
          {t('imports:done.view')}
        </Button>
        {!isNothing && (
          <Button icon="undo" onClick={() => void undoImport(summary)}>
            {t('imports:done.undo')}
          </Button>
        )}
        <Button kind="quiet" icon="file" onClick={() => void chooseAndImport()}>
          {t('imports:chooseAnother')}
        </Button>
      </div>
      <CardReportTable actId={summary.actId} summary={summary} />
    </div>
  )
}

function Total({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="num">{value}</dd>
    </div>
  )
}
