import { useText } from '../../kernel/i18n.ts'
import { Keys } from '../../ui/kbd.tsx'

/** The keys that work in the box, spelled out. */
export function FindFoot() {
  const { t } = useText()
  return (
    <div className="find-foot">
      <span>
        <Keys keys={['↑', '↓']} />
        {t('find:keys.choose')}
      </span>
      <span>
        <Keys keys={[t('common:keys.enter')]} />
        {t('find:keys.open')}
      </span>
      <span>
        <Keys keys={['>']} />
        {t('find:keys.commands')}
      </span>
      <span className="find-foot-end">
        <Keys keys={[t('common:keys.escape')]} />
        {t('find:keys.close')}
      </span>
    </div>
  )
}
