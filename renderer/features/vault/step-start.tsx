import { useText } from '../../kernel/i18n.ts'
import { Icon } from '../../ui/icon.tsx'

const points = [
  { key: 'local', icon: 'shop' },
  { key: 'sealed', icon: 'lock' },
  { key: 'short', icon: 'clock' },
] as const

export function StartStep() {
  const { t } = useText()
  return (
    <>
      <p className="text-2 lead">{t('vault:first.start.lead')}</p>
      <ul className="points">
        {points.map(point => (
          <li key={point.key}>
            <span className="points-sign">
              <Icon name={point.icon} />
            </span>
            {t(`vault:first.start.points.${point.key}`)}
          </li>
        ))}
      </ul>
    </>
  )
}
