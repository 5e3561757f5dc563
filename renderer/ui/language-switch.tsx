import { locales } from '../../shared/features/app/app-state.ts'
import { useText } from '../kernel/i18n.ts'
import { setPreferences } from '../kernel/preferences-store.ts'
import { Segmented } from './choice.tsx'

/** Both languages by their own names; the choice is kept and takes effect at once. */
export function LanguageSwitch({ small = true }: { readonly small?: boolean }) {
  const { t, locale } = useText()
  return (
    <Segmented
      small={small}
      label={t('common:language')}
      value={locale}
      choices={locales.map(one => ({ value: one, label: t(`common:languages.${one}`), lang: one }))}
      onChange={next => void setPreferences({ locale: next })}
    />
  )
}
