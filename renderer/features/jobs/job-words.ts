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
  if (job.state === 'cancelled') return { tone: 'info', text: t('jobs:cancelled', { n: job.records }) }
  if (job.state === 'failed') {
    const reason = failureText(t, { code: job.failureCode ?? 'internal' })
    return { tone: 'error', text: t(`jobs:failed.${job.kind}`, { reason }) }
  }
  const { imported = 0, skipped = 0 } = job.counts
  return { tone: 'ok', text: t(`jobs:done.${job.kind}`, { imported, skipped }) }
}
