import { ConfigProvider } from 'antd'
import enGB from 'antd/locale/en_GB'
import zhCN from 'antd/locale/zh_CN'
import { type ReactNode, useLayoutEffect, useMemo } from 'react'
import { usePreferences } from '../kernel/preferences-store.ts'
import { useMediaQuery } from '../kernel/use-media-query.ts'
import { createAntdTheme } from './theme.ts'
import './tokens.css'
import './base.css'
import './kit.css'

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

/** Language, colours and density of everything below, as chosen, at once and without a reload. */
export function Appearance({ children }: { readonly children: ReactNode }) {
  const { locale, theme, density } = usePreferences()
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)')
  const still = useMediaQuery('(prefers-reduced-motion: reduce)')
  const mode = theme === 'system' ? (systemDark ? 'dark' : 'light') : theme
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = mode
    document.documentElement.dataset.density = density
  }, [mode, density])
  const antd = useMemo(() => createAntdTheme({ mode, density, motion: !still }), [mode, density, still])
  return (
    <ConfigProvider
      theme={antd}
      locale={locale === 'zh-CN' ? zhCN : enGB}
      csp={{ nonce }}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      variant="outlined"
    >
      {children}
    </ConfigProvider>
  )
}
