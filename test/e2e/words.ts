import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import type { Locale } from '../../shared/features/app/app-state.ts'

export type WordParams = Readonly<Record<string, string | number>>

/** Answers the words of the screens by the key they are written under, so that tests name things and not texts. */
export function wordsOf(locale: Locale): (key: string, params?: WordParams) => string {
  return (key, params = {}) => {
    const [namespace = '', path = ''] = key.split(':')
    const pattern = path.split('.').reduce<unknown>(step, readWords(locale, namespace))
    if (typeof pattern !== 'string') throw new Error(`no words under ${key}`)
    return String(new IntlMessageFormat(pattern, locale).format(params))
  }
}

function step(tree: unknown, part: string): unknown {
  return typeof tree === 'object' && tree !== null ? (tree as Record<string, unknown>)[part] : undefined
}

function readWords(locale: Locale, namespace: string): unknown {
  const file = join(import.meta.dirname, '../../renderer/locales', locale, `${namespace}.json`)
  return JSON.parse(readFileSync(file, 'utf8'))
}
