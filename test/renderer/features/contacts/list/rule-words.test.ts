import { beforeAll, expect, test } from 'vitest'
import {
  filterWords,
  itemWords,
  listWords,
  monthName,
  type RuleVocabulary,
  ruleWords,
} from '../../../../../renderer/features/contacts/list/rule-words.ts'
import { changeLocale, startI18n, text } from '../../../../../renderer/kernel/i18n.ts'
import type { FilterRule } from '../../../../../shared/features/contacts/contact-filter.ts'
import type { CustomField } from '../../../../../shared/features/fields/custom-field.ts'
import { sampleId } from '../../../../helpers/fake-shop.ts'

const field: CustomField = {
  id: sampleId(70),
  name: 'Favourite tea',
  type: 'number',
  choices: [],
  required: false,
  personal: false,
  sensitive: false,
  sensitiveReason: '',
  inList: true,
  hidden: false,
  position: 0,
  used: 0,
}
const names: Readonly<Record<string, string>> = { gold: 'Gold', vip: 'VIP' }
const vocabulary: RuleVocabulary = { t: text, locale: 'en', fields: [field], word: (_, stored) => names[stored] ?? stored }
const level: FilterRule = { on: 'choice', field: 'level', test: { op: 'any', values: ['gold', 'vip'] } }
const seen: FilterRule = { on: 'date', field: 'lastActivityAt', test: { op: 'before-days', days: 60 } }

beforeAll(() => {
  Object.assign(globalThis, { document: { documentElement: {} } })
  startI18n({ locale: 'en' })
})

test.each<[FilterRule, string]>([
  [level, 'Level: Gold, VIP'],
  [seen, 'Last activity: over 60 days ago'],
  [{ on: 'text', field: 'phone', test: { op: 'empty' } }, 'Phone not filled'],
  [{ on: 'text', field: 'company', test: { op: 'begins-with', value: 'Tea' } }, 'Company begins with “Tea”'],
  [{ on: 'tags', test: { op: 'all', values: ['a', 'b', 'c', 'd', 'e'] } }, 'Tags: all of a, b, c and 2 more'],
  [{ on: 'birthday', test: { op: 'month', month: 5 } }, 'Birthday: May'],
  [{ on: 'birthday', test: { op: 'this-month' } }, 'Birthday: this month'],
  [
    { on: 'date', field: 'createdAt', test: { op: 'between', from: '2025-11-01', to: '2025-11-20' } },
    'Added: 2025-11-01 to 2025-11-20',
  ],
  [{ on: 'custom-number', fieldId: field.id, test: { op: 'at-least', value: 3 } }, 'Favourite tea at least 3'],
  [{ on: 'custom-yes-no', fieldId: sampleId(71), test: { op: 'yes' } }, 'Deleted field: yes'],
])('a condition is said as a person says it: %#', (rule, words) => {
  expect(ruleWords(vocabulary, rule)).toBe(words)
})

test('groups stand in brackets where they stand beside others', () => {
  const either = { match: 'any', items: [level, seen] } as const
  const both = { match: 'all', items: [{ on: 'text', field: 'phone', test: { op: 'not-empty' } }, either] } as const

  expect(filterWords(vocabulary, either)).toBe('Level: Gold, VIP or Last activity: over 60 days ago')
  expect(filterWords(vocabulary, both)).toBe('Phone filled and (Level: Gold, VIP or Last activity: over 60 days ago)')
  expect(itemWords(vocabulary, { match: 'none', items: [level] })).toBe('none of: Level: Gold, VIP')
  expect(itemWords(vocabulary, { match: 'any', items: [] })).toBe('No conditions yet')
})

test('the same is said in Chinese', async () => {
  await changeLocale('zh-CN')

  expect(ruleWords({ ...vocabulary, locale: 'zh-CN' }, seen)).toBe('最近动态：60 天以前')
  expect(listWords(text, ['茶', '酒', '糖', '盐'])).toBe('茶、酒、糖，另 1 个')
  expect(monthName('zh-CN', 5)).toBe('五月')
})
