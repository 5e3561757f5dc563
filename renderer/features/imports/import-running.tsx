import { useEffect, useState } from 'react'
import type { Job } from '../../../shared/features/jobs/job.ts'
import { announce } from '../../kernel/announce.ts'
import { useFormat } from '../../kernel/format.ts'
import { useText } from '../../kernel/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { milestone, shareDone, timeLeft } from './import-progress.ts'
import { cancelImport } from './vcard-import-store.ts'

/** How far the import is, how long it takes, and the way out. */
export function ImportRunning({ job }: { readonly job: Job }) {
  const { t } = useText()
  const format = useFormat()
  const now = useNow()
  const isCancelling = job.state === 'cancelling'
  const left = timeLeft(job, now)
  useMilestones(job)
  const bytes =
    job.total === null
      ? t('imports:running.bytesOpen', { done: format.bytes(job.done) })
      : t('imports:running.bytes', { done: format.bytes(job.done), total: format.bytes(job.total) })
  return (
    <div className="import-running">
      <h2 className="cut" title={job.subject}>
        {t('imports:running.title', { file: job.subject })}
      </h2>
      <ProgressBar job={job} label={t('imports:running.progress')} />
      <div className="import-figures num">
        <span>{t('imports:running.cards', { n: job.records })}</span>
        <span>{bytes}</span>
        <span>
          {left === null ? t('imports:running.timeUnknown') : t('imports:running.timeLeft', { time: format.duration(left) })}
        </span>
      </div>
      <p className="meta">{isCancelling ? t('imports:running.cancelling') : t('imports:running.leave')}</p>
      <div className="row import-actions">
        <Button busy={isCancelling} onClick={() => void cancelImport()}>
          {t('imports:running.cancel')}
        </Button>
        <span className="meta">{t('imports:running.cancelNote')}</span>
      </div>
    </div>
  )
}

/** A long undo, which is a job of its own. */
export function UndoRunning({ job }: { readonly job: Job | null }) {
  const { t } = useText()
  return (
    <div className="import-running">
      <h2>{t('imports:undo.running')}</h2>
      {job !== null && (
        <>
          <ProgressBar job={job} label={t('imports:undo.running')} />
          <p className="num">{t('imports:undo.records', { n: job.records })}</p>
        </>
      )}
    </div>
  )
}

function ProgressBar({ job, label }: { readonly job: Job; readonly label: string }) {
  const format = useFormat()
  const share = shareDone(job)
  const percent = share === null ? null : Math.floor(share * 100)
  return (
    <div className="import-bar-row">
      <div
        className="import-bar"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(percent === null ? {} : { 'aria-valuenow': percent })}
        data-open={percent === null || undefined}
      >
        <span style={{ transform: `scaleX(${share ?? 1})` }} />
      </div>
      {percent !== null && (
        <span className="num import-percent" aria-hidden="true">
          {format.percent(percent / 100)}
        </span>
      )}
    </div>
  )
}

/** The clock behind "time left", once a second. */
function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 1000)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** Speaks at each quarter, not at each step. */
function useMilestones(job: Job): void {
  const { t } = useText()
  const format = useFormat()
  const reached = milestone(job)
  useEffect(() => {
    if (reached > 0 && reached < 100) announce(t('imports:running.milestone', { percent: format.percent(reached / 100) }))
  }, [reached, t, format])
}
