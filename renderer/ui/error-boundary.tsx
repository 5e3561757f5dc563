import { Component, type ReactNode } from 'react'
import { useText } from '../kernel/i18n.ts'
import { Button } from './button.tsx'
import { PageHeading } from './page-heading.tsx'
import { EmptyState } from './states.tsx'

/** Something drawn threw: what was saved is safe, and it can be opened again. No stack is shown. */
export function BrokenNote({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useText()
  return (
    <div className="page">
      <PageHeading title={t('common:broken.title')} className="visually-hidden" />
      <EmptyState icon="octagon" text={t('common:broken.text')}>
        <Button kind="primary" icon="refresh" onClick={onAgain}>
          {t('common:broken.again')}
        </Button>
      </EmptyState>
    </div>
  )
}

interface BoundaryState {
  readonly broken: boolean
}

/** Catches what no page caught; opening again loads the window anew. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { broken: false }

  static getDerivedStateFromError(): BoundaryState {
    return { broken: true }
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children
    return <BrokenNote onAgain={() => window.location.reload()} />
  }
}
