import { useEffect, useState } from 'react'
import type { Job } from '../../../shared/features/jobs/job.ts'
import { useFormat } from '../../kernel/format.ts'
import { useText } from '../../kernel/i18n.ts'
import { IconButton } from '../../ui/button.tsx'
import { cancelJob, shareDone, timeLeft, useJobs } from './job-store.ts'
import { jobName } from './job-words.ts'
import './jobs.css'

/** The running job in the status bar: what, how far, how long still, and Cancel. */
export function JobStatus() {
  const [job] = useJobs(state => state.running)
  return job === undefined ? null : <RunningJob job={job} />
}

function RunningJob({ job }: { readonly job: Job }) {
  const { t } = useText()
  const format = useFormat()
  const now = useNow()
  const share = shareDone(job)
  const left = timeLeft(job, now)
  const name = jobName(t, job)
  const howFar = share === null ? t('jobs:counted', { n: job.records }) : format.percent(share)
  return (
    <div className="job-status" role="group" aria-label={t('jobs:title')}>
      <span className="cut job-name">{name}</span>
      <progress className="job-progress" aria-label={name} max={1} {...(share === null ? {} : { value: share })} />
      <span className="num nowrap">{howFar}</span>
      {left !== null && job.state === 'running' && (
        <span className="nowrap job-left">{t('jobs:left', { time: format.duration(Math.max(1000, left)) })}</span>
      )}
      {job.state === 'running' && (
        <IconButton icon="x" size="small" label={t('jobs:cancel')} tooltipSide="top" onClick={() => void cancelJob(job.id)} />
      )}
    </div>
  )
}

function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 1000)
    return () => clearInterval(timer)
  }, [])
  return now
}
