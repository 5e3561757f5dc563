import { useEffect } from 'react'
import { useText } from './i18n.ts'

/** The window's title while the component is on screen: the page, then the program. */
export function usePageTitle(title: string): void {
  const { t } = useText()
  const app = t('common:app')
  useEffect(() => {
    document.title = title === '' ? app : `${title} · ${app}`
  }, [title, app])
}
