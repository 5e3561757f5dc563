import type { Job } from '../../../shared/features/jobs/job.ts'
import { failureText } from '../../kernel/failure-text.ts'
import { currentFormat } from '../../kernel/format.ts'
import type { Translate } from '../../kernel/i18n.ts'
import type { Notice } from '../../kernel/notice-store.ts'

export function jobName(t: Translate, job: Job): string {
  return job.state === 'cancelling' ? t('jobs:cancelling') : t(`jobs:running.${job.kind}`, { subject: job.subject })
}

export function jobSpoken(t: Translate, job: Job, share: number): string {
  return t('jobs:spoken', { name: jobName(t, job), percent: currentFormat().percent(share) })
}

/** How it ended: what was done to how many, or why not. */
export function jobOutcome(t: Translate, job: Job): Pick<Notice, 'tone' | 'text'> {
  const { left = 0, unfinished = 0 } = job.counts
  if (job.state === 'cancelled' && left > 0) return { tone: 'info', text: t('jobs:cancelledLeft', { n: left }) }
  if (job.state === 'cancelled') return { tone: 'info', text: t('jobs:cancelled', { n: job.records }) }
  if (job.state === 'failed') {
    const reason = failureText(t, { code: job.failureCode ?? 'internal' })
    const failed = t(`jobs:failed.${job.kind}`, { reason })
    return { tone: 'error', text: unfinished > 0 ? t('jobs:unfinished', { text: failed }) : failed }
  }
  const { imported = 0, skipped = 0, changed = 0, unchanged = 0 } = job.counts
  const done = t(`jobs:done.${job.kind}`, { imported, skipped, changed, unchanged })
  return { tone: 'ok', text: left > 0 ? `${done} · ${t('undo:left', { n: left })}` : done }
}
