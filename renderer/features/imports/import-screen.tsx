import { useEffect } from 'react'
import { useParams } from 'react-router'
import { Id } from '../../../shared/kernel/id.ts'
import { announce } from '../../kernel/announce.ts'
import { type Translate, useText } from '../../kernel/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/states.tsx'
import { EarlierImports } from './earlier-imports.tsx'
import { ImportChoice } from './import-choice.tsx'
import { ImportDone } from './import-done.tsx'
import { ImportFailed } from './import-failed.tsx'
import { ImportReport } from './import-report.tsx'
import { ImportRunning, UndoRunning } from './import-running.tsx'
import { UndoneNote } from './undone-note.tsx'
import {
  chooseAndImport,
  type ImportPhase,
  loadEarlierImports,
  showChoice,
  useVcardImport,
  watchImportJobs,
} from './vcard-import-store.ts'
import './imports.css'

/** Phone contacts: choose, follow, see the result, take it back. Routes `/import` and `/import/:actId` (one report). */
export function ImportScreen() {
  const { actId } = useParams()
  const reportOf = Id.safeParse(actId).data ?? null
  useEffect(() => watchImportJobs(), [])
  useEffect(() => void loadEarlierImports(), [])
  if (reportOf !== null) return <ImportReport actId={reportOf} />
  return <ImportHome />
}

function ImportHome() {
  const { t } = useText()
  const current = useVcardImport(state => state.current)
  useOutcomeAnnouncement(current)
  const isBusy = current.phase === 'running' || current.phase === 'undoing' || current.phase === 'starting'
  return (
    <div className="import-page">
      <div className="import-column">
        <h1 tabIndex={-1}>{t('imports:title')}</h1>
        <section className="import-card" aria-busy={isBusy}>
          <PhaseCard current={current} />
        </section>
        <EarlierImports busy={isBusy} />
      </div>
    </div>
  )
}

function PhaseCard({ current }: { readonly current: ImportPhase }) {
  const { t } = useText()
  switch (current.phase) {
    case 'choose':
      return <ImportChoice />
    case 'starting':
      return <p role="status">{t('imports:starting')}</p>
    case 'running':
      return <ImportRunning job={current.job} />
    case 'done':
      return <ImportDone summary={current.summary} />
    case 'cancelled':
      return (
        <>
          <Note tone="info" icon="info">
            <strong>{t('imports:cancelled.title')}</strong>
            <p>{cancelledText(t, current.left)}</p>
          </Note>
          <ChooseAgain />
        </>
      )
    case 'failed':
      return <ImportFailed failure={current.failure} unfinished={current.unfinished} />
    case 'undoing':
      return <UndoRunning job={current.job} />
    case 'undone':
      return (
        <>
          <UndoneNote outcome={current.outcome} />
          <ChooseAgain />
        </>
      )
    case 'undo-failed':
      return <ImportFailed failure={current.failure} ofUndo />
  }
}

function cancelledText(t: Translate, left: number): string {
  return left === 0 ? t('imports:cancelled.text') : t('imports:cancelled.left', { n: left })
}

function ChooseAgain() {
  const { t } = useText()
  return (
    <div className="row import-actions">
      <Button icon="file" onClick={() => void chooseAndImport()}>
        {t('imports:choose')}
      </Button>
      <Button kind="quiet" onClick={showChoice}>
        {t('common:done')}
      </Button>
    </div>
  )
}

/** Says how it ended, wherever the focus is. */
function useOutcomeAnnouncement(current: ImportPhase): void {
  const { t } = useText()
  useEffect(() => {
    if (current.phase === 'done') {
      const { imported, withNotes, skipped } = current.summary
      announce(t('imports:done.spoken', { imported, withNotes, skipped }))
    }
    if (current.phase === 'cancelled') announce(`${t('imports:cancelled.title')} ${cancelledText(t, current.left)}`)
    if (current.phase === 'undone')
      announce(`${t('imports:undo.title')} ${t('imports:undo.text', { n: current.outcome.undone })}`)
  }, [current, t])
}
