import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import i18next from 'i18next'
import ICU from 'i18next-icu'
import { useCallback } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import { type Locale, locales } from '../../shared/features/app/app-state.ts'
import { localeResources, namespaces, type TextKey } from './locale-resources.ts'
import { pseudoProcessor } from './pseudo-locale.ts'

/** Values for the ICU arguments of a message. */
export type TextArgs = Readonly<Record<string, string | number>>
export type Translate = (key: TextKey, args?: TextArgs) => string

interface I18nStart {
  readonly locale: Locale
  /** Longer, accented words, to find what is clipped and what is not translated. */
  readonly pseudo?: boolean
}

/** Loads all words of both languages at once (they are part of the program): switching needs no reload. */
export function startI18n({ locale, pseudo = false }: I18nStart): void {
  void i18next
    .use(new ICU({ parseErrorHandler: failOnBadMessage }))
    .use(pseudoProcessor)
    .use(initReactI18next)
    .init({
      lng: locale,
      supportedLngs: [...locales],
      fallbackLng: false,
      resources: localeResources,
      ns: namespaces,
      defaultNS: 'common',
      initAsync: false,
      returnNull: false,
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
      parseMissingKeyHandler: failOnMissingKey,
      ...(pseudo ? { postProcess: [pseudoProcessor.name] } : {}),
    })
  followLocale(locale)
}

/** Changes the language of everything on screen at once. */
export async function changeLocale(locale: Locale): Promise<void> {
  if (currentLocale() === locale) return
  await i18next.changeLanguage(locale)
  followLocale(locale)
}

export function currentLocale(): Locale {
  return i18next.language === 'en' ? 'en' : 'zh-CN'
}

/** The words outside of a component; inside one take `useText`, which follows a change of language. */
export function text(key: TextKey, args?: TextArgs): string {
  return i18next.t(key, { ...args })
}

export function useText(): { readonly t: Translate; readonly locale: Locale } {
  const { t: translate, i18n } = useTranslation()
  const t = useCallback<Translate>((key, args) => translate(key, { ...args }), [translate])
  return { t, locale: i18n.language === 'en' ? 'en' : 'zh-CN' }
}

function followLocale(locale: Locale): void {
  dayjs.locale(locale === 'zh-CN' ? 'zh-cn' : 'en')
  if (typeof document !== 'undefined') document.documentElement.lang = locale
}

function failOnMissingKey(key: string): string {
  throw new Error(`no words for ${key}`)
}

function failOnBadMessage(error: Error, key: string): string {
  throw new Error(`message ${key} cannot be read: ${error.message}`)
}
