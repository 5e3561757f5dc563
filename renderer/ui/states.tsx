import { type ReactNode, useEffect, useState } from 'react'
import type { Failure } from '../../shared/kernel/result.ts'
import { call } from '../kernel/client.ts'
import { failureDetails, failureText } from '../kernel/failure-text.ts'
import { useText } from '../kernel/i18n.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'

interface EmptyStateProps {
  readonly icon?: IconName
  /** One sentence. */
  readonly text: string
  readonly children?: ReactNode
}

/** Nothing to show: one sentence and what to do about it. */
export function EmptyState({ icon, text, children }: EmptyStateProps) {
  return (
    <div className="empty-state">
      {icon !== undefined && <Icon name={icon} size={40} />}
      <p>{text}</p>
      {children !== undefined && <div className="empty-actions">{children}</div>}
    </div>
  )
}

interface SkeletonProps {
  /** What is being done, for screen readers. */
  readonly label: string
  readonly rows?: number
}

/** Grey lines in the shape of what comes. Nothing for the first 100 ms, so that fast answers do not flash. */
export function Skeleton({ label, rows = 6 }: SkeletonProps) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 100)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="skeleton" role="status" aria-busy="true">
      <span className="visually-hidden">{label}</span>
      {late && Array.from({ length: rows }, (_, row) => <span key={row} className="skeleton-line" aria-hidden="true" />)}
    </div>
  )
}

interface FailureNoteProps {
  readonly failure: Failure
  readonly onRetry?: () => void
}

/** What did not work and what to do, beside its cause. Details hold a code and a reference, no personal data. */
export function FailureNote({ failure, onRetry }: FailureNoteProps) {
  const { t } = useText()
  const [copied, setCopied] = useState(false)
  const copyDetails = async () => {
    const result = await call('app.copy', { text: failureDetails(t, failure) })
    setCopied(result.ok)
  }
  return (
    <div className="failure-note" role="alert">
      <Icon name="octagon" />
      <div className="grow">
        <p>{failureText(t, failure)}</p>
        <div className="row failure-actions">
          {onRetry !== undefined && (
            <Button size="small" icon="refresh" onClick={onRetry}>
              {t('common:retry')}
            </Button>
          )}
          <Button size="small" kind="quiet" icon={copied ? 'check' : 'copy'} onClick={() => void copyDetails()}>
            {copied ? t('common:copied') : t('common:copyDetails')}
          </Button>
        </div>
      </div>
    </div>
  )
}

interface NoteProps {
  readonly tone: 'info' | 'warn' | 'error' | 'ok'
  readonly icon: IconName
  readonly children: ReactNode
}

/** A quiet coloured strip with something to know. */
export function Note({ tone, icon, children }: NoteProps) {
  return (
    <div className={`note note-${tone}`}>
      <Icon name={icon} />
      <div className="grow">{children}</div>
    </div>
  )
}
