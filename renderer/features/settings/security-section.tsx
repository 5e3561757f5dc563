import { useId } from 'react'
import { useText } from '../../kernel/i18n.ts'
import { usePreferences } from '../../kernel/preferences-store.ts'
import { Switch } from '../../ui/choice.tsx'
import { SelectInput } from '../../ui/text-input.tsx'
import { changeSetting } from './change-setting.ts'
import { SettingRow } from './setting-row.tsx'

const offered = [1, 2, 3, 5, 10, 15, 20, 30, 45, 60]

export function SecuritySection() {
  const { t } = useText()
  const { idleMinutes, lockOnMinimise } = usePreferences()
  const idleId = useId()
  const minimiseId = useId()
  const choices = offered.includes(idleMinutes) ? offered : [...offered, idleMinutes].toSorted((a, b) => a - b)
  return (
    <div className="setting-rows">
      <SettingRow label={t('settings:security.idle')} hint={t('settings:security.idleHint')} controlId={idleId}>
        <SelectInput
          id={idleId}
          aria-describedby={`${idleId}-hint`}
          value={idleMinutes}
          onChange={event => void changeSetting({ idleMinutes: Number(event.target.value) })}
        >
          {choices.map(minutes => (
            <option key={minutes} value={minutes}>
              {t('settings:security.minutes', { n: minutes })}
            </option>
          ))}
        </SelectInput>
      </SettingRow>
      <SettingRow label={t('settings:security.minimise')} hint={t('settings:security.minimiseHint')} controlId={minimiseId}>
        <Switch
          id={minimiseId}
          aria-describedby={`${minimiseId}-hint`}
          checked={lockOnMinimise}
          onChange={event => void changeSetting({ lockOnMinimise: event.target.checked })}
        />
      </SettingRow>
    </div>
  )
}
