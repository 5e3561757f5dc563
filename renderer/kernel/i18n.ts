import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import i18next from 'i18next'
import ICU from 'i18next-icu'
import { useSyncExternalStore } from 'react'
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

interface Words {
  readonly t: Translate
  readonly locale: Locale
}

let words: Words = { t: text, locale: 'zh-CN' }
const listeners = new Set<() => void>()

/** The words in the language on screen, following its change. One small subscription, since so many components have it. */
export function useText(): Words {
  return useSyncExternalStore(listen, currentWords)
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function currentWords(): Words {
  return words
}

function followLocale(locale: Locale): void {
  // another function for another language, so that whatever depends on it is made anew
  words = { t: (key, args) => text(key, args), locale }
  dayjs.locale(locale === 'zh-CN' ? 'zh-cn' : 'en')
  if (typeof document !== 'undefined') document.documentElement.lang = locale
  for (const listener of listeners) listener()
}

function failOnMissingKey(key: string): string {
  throw new Error(`no words for ${key}`)
}

function failOnBadMessage(error: Error, key: string): string {
  throw new Error(`message ${key} cannot be read: ${error.message}`)
}
