import { runCommand } from '../../kernel/command-registry.ts'
import { useFormat } from '../../kernel/format.ts'
import { useText } from '../../kernel/i18n.ts'
import { usePreferences } from '../../kernel/preferences-store.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Segmented } from '../../ui/choice.tsx'
import { LanguageSwitch } from '../../ui/language-switch.tsx'
import { changeSetting } from './change-setting.ts'
import { SettingRow } from './setting-row.tsx'

const themes = ['system', 'light', 'dark'] as const
const densities = ['compact', 'default', 'roomy'] as const

export function AppearanceSection() {
  const { t } = useText()
  const { theme, density } = usePreferences()
  return (
    <div className="setting-rows">
      <SettingRow label={t('settings:appearance.language')}>
        <LanguageSwitch small={false} />
      </SettingRow>
      <SettingRow label={t('settings:appearance.theme')}>
        <Segmented
          label={t('settings:appearance.theme')}
          value={theme}
          choices={themes.map(value => ({ value, label: t(`settings:appearance.themes.${value}`) }))}
          onChange={value => void changeSetting({ theme: value })}
        />
      </SettingRow>
      <SettingRow label={t('settings:appearance.density')} hint={t('settings:appearance.densityHint')}>
        <Segmented
          label={t('settings:appearance.density')}
          value={density}
          choices={densities.map(value => ({ value, label: t(`settings:appearance.densities.${value}`) }))}
          onChange={value => void changeSetting({ density: value })}
        />
      </SettingRow>
      <ZoomSetting />
    </div>
  )
}

function ZoomSetting() {
  const { t } = useText()
  const format = useFormat()
  const zoom = usePreferences(state => state.zoom)
  return (
    <SettingRow label={t('settings:appearance.zoom')} hint={t('settings:appearance.zoomHint')}>
      <IconButton
        outlined
        icon="minus"
        label={t('settings:appearance.zoomOut')}
        disabledReason={zoom <= 80 ? format.percent(zoom / 100) : undefined}
        onClick={() => runCommand('zoom-out')}
      />
      <output className="num zoom-value">{format.percent(zoom / 100)}</output>
      <IconButton
        outlined
        icon="plus"
        label={t('settings:appearance.zoomIn')}
        disabledReason={zoom >= 200 ? format.percent(zoom / 100) : undefined}
        onClick={() => runCommand('zoom-in')}
      />
      <Button kind="quiet" onClick={() => runCommand('zoom-reset')}>
        {t('settings:appearance.zoomReset')}
      </Button>
    </SettingRow>
  )
}
