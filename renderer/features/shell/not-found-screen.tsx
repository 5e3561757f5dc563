import { useNavigate } from 'react-router'
import { useText } from '../../kernel/i18n.ts'
import { paths } from '../../kernel/paths.ts'
import { Button } from '../../ui/button.tsx'
import { BrokenNote } from '../../ui/error-boundary.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { EmptyState } from '../../ui/states.tsx'

export function NotFoundScreen() {
  const { t } = useText()
  const navigate = useNavigate()
  return (
    <div className="page">
      <PageHeading title={t('shell:notFound')} className="visually-hidden" />
      <EmptyState icon="search" text={t('shell:notFound')}>
        <Button kind="primary" onClick={() => void navigate(paths.customers)}>
          {t('shell:toCustomers')}
        </Button>
      </EmptyState>
    </div>
  )
}

/** A page threw: it can be opened again. */
export function BrokenScreen() {
  const navigate = useNavigate()
  return <BrokenNote onAgain={() => void navigate(0)} />
}
