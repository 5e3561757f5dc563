import { readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { localeResources } from '../../renderer/kernel/locale-resources.ts'
import type { Locale } from '../../shared/features/app/app-state.ts'
import { filesBelow, literalTextIn, textKeysIn } from '../helpers/screen-source.ts'

type Tree = { readonly [key: string]: string | Tree }

/** Every message of a language by its key, `namespace:path.to.word`. */
function messagesOf(locale: Locale): Map<string, string> {
  const found = new Map<string, string>()
  const walk = (tree: Tree, path: string): void => {
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value === 'string') found.set(path + key, value)
      else walk(value, `${path}${key}.`)
    }
  }
  for (const [namespace, tree] of Object.entries(localeResources[locale])) walk(tree, `${namespace}:`)
  return found
}

const zh = messagesOf('zh-CN')
const en = messagesOf('en')
const screens = filesBelow('renderer').filter(file => /\.tsx?$/u.test(file))
const used = screens.map(file => textKeysIn(file, readFileSync(file, 'utf8')))

interface Part {
  readonly type: number
  readonly value?: string
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>
}

/** Names of the arguments of a message, those within plurals too. */
function argumentsOf(message: string, locale: string): string {
  const names = new Set<string>()
  const walk = (parts: readonly Part[]): void => {
    for (const part of parts) {
      // 0 is plain text, 7 is the number sign of a plural
      if (part.type !== 0 && part.type !== 7 && part.value !== undefined) names.add(part.value)
      for (const option of Object.values(part.options ?? {})) walk(option.value)
    }
  }
  walk(new IntlMessageFormat(message, locale).getAst())
  return [...names].toSorted().join(' ')
}

test('both languages have the same keys', () => {
  expect([...zh.keys()].filter(key => !en.has(key))).toEqual([])
  expect([...en.keys()].filter(key => !zh.has(key))).toEqual([])
})

test('both languages take the same arguments, and every message can be read', () => {
  const differing = [...zh].filter(([key, message]) => argumentsOf(message, 'zh-CN') !== argumentsOf(en.get(key) ?? '', 'en'))

  expect(differing.map(([key]) => key)).toEqual([])
})

test('no message is empty', () => {
  expect([...zh, ...en].filter(([, message]) => message.trim() === '')).toEqual([])
})

test('every key that the screens use has words', () => {
  const missing = used.flatMap(({ file, keys }) => keys.filter(key => !en.has(key)).map(key => `${file}: ${key}`))

  expect(missing).toEqual([])
})

test('every word is used on some screen', () => {
  const keys = new Set(used.flatMap(one => one.keys))
  const patterns = used.flatMap(one => one.patterns)
  const unused = [...en.keys()].filter(key => !keys.has(key) && !patterns.some(pattern => pattern.test(key)))

  expect(unused).toEqual([])
})

test('words stand in the locale files, never in the screens', () => {
  const literal = screens.flatMap(file => literalTextIn(file, readFileSync(file, 'utf8')))

  expect(literal).toEqual([])
})

test('text in a screen is found, signs and keys are not', () => {
  expect(literalTextIn('a.tsx', '<p title="Hello">Hello {t("common:close")} · <kbd>1</kbd></p>')).toEqual([
    'a.tsx: Hello',
    'a.tsx: Hello',
  ])
})

test('Chinese words keep the writing rules', () => {
  const broken = [...zh].filter(
    ([, message]) =>
      /失败|用户|登录|登陆|非法|帐号|其它|撤消|过滤|！/u.test(message) ||
      /\p{Script=Han}[,:;?!]|\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u.test(message),
  )

  expect(broken).toEqual([])
})

test('English words keep the writing rules', () => {
  const broken = [...en].filter(([, message]) =>
    /\b(please|successfully|oops|invalid|illegal|abort|blacklist|user|log ?in|offline|ticket)\b|!(?!\d)|\.\.\.|\(s\)/iu.test(
      message,
    ),
  )

  expect(broken).toEqual([])
})
