import { useText } from '../../kernel/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'

interface DoneStepProps {
  readonly onLeave: (target: 'import' | 'new-customer' | 'customers') => void
}

export function DoneStep({ onLeave }: DoneStepProps) {
  const { t } = useText()
  return (
    <>
      <p className="text-2 lead">{t('vault:first.done.lead')}</p>
      <div className="starts">
        <StartCard
          icon="import"
          title={t('vault:first.done.import')}
          hint={t('vault:first.done.importHint')}
          run={() => onLeave('import')}
        />
        <StartCard
          icon="plus"
          title={t('vault:first.done.add')}
          hint={t('vault:first.done.addHint')}
          run={() => onLeave('new-customer')}
        />
      </div>
      <button type="button" className="link" onClick={() => onLeave('customers')}>
        {t('vault:first.done.look')}
      </button>
    </>
  )
}

interface StartCardProps {
  readonly icon: IconName
  readonly title: string
  readonly hint: string
  readonly run: () => void
}

function StartCard({ icon, title, hint, run }: StartCardProps) {
  return (
    <button type="button" className="start-card" onClick={run}>
      <span className="points-sign">
        <Icon name={icon} size={20} />
      </span>
      <span className="grow">
        <b>{title}</b>
        <span className="meta">{hint}</span>
      </span>
      <Icon name="chevron-right" />
    </button>
  )
}
