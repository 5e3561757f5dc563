import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { loadOptions } from '../../../../renderer/features/fields/field-store.ts'
import { builtInWord, optionWords } from '../../../../renderer/features/fields/option-words.ts'
import { changeLocale, startI18n, text } from '../../../../renderer/kernel/i18n.ts'
import { noteLock } from '../../../../renderer/kernel/lock-counter.ts'
import { builtInOptions, type OptionList, optionLists } from '../../../../shared/features/fields/field-option.ts'
import { installFakeCrm } from '../../../helpers/window-crm.ts'

beforeAll(() => startI18n({ locale: 'en' }))
afterEach(async () => {
  noteLock()
  vi.unstubAllGlobals()
  await changeLocale('en')
})

async function rename(list: OptionList, key: string, name: string): Promise<void> {
  const crm = installFakeCrm()
  const options = builtInOptions[list].map(one => ({ key: one, name: one === key ? name : '', hidden: false }))
  await crm.call('fields.saveOptions', { list, options })
  await loadOptions()
}

test('every built-in word has a name in both languages', async () => {
  const all = optionLists.flatMap(list => builtInOptions[list].map(key => ({ list, key })))
  const names = () => all.map(({ list, key }) => builtInWord(text, list, key))

  expect(names()).not.toContain('')

  await changeLocale('zh-CN')
  expect(names()).not.toContain('')
})

test('a word that the shop renamed has the name of the shop, the others that of the language', async () => {
  await rename('level', 'gold', 'Golden guest')

  expect(optionWords(text, 'level', 'gold')).toBe('Golden guest')
  expect(optionWords(text, 'level', 'silver')).toBe('Silver')
})

test('there are words before the lists are known, and none for what is unknown', () => {
  expect(optionWords(text, 'source', 'walk-in')).toBe('Walk-in')
  expect(optionWords(text, 'stage', '')).toBe('')
  expect(optionWords(text, 'stage', 'no-such-word')).toBe('')
})
