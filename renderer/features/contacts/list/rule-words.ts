import type { Locale } from '../../../../shared/features/app/app-state.ts'
import {
  type FilterGroup,
  type FilterItem,
  type FilterRule,
  isGroup,
} from '../../../../shared/features/contacts/contact-filter.ts'
import type { CustomField } from '../../../../shared/features/fields/custom-field.ts'
import type { Translate } from '../../../kernel/i18n.ts'
import { targetKeyOf, targetTitle } from './filter-targets.ts'

/** What conditions are put into words with. */
export interface RuleVocabulary {
  readonly t: Translate
  readonly locale: Locale
  readonly fields: readonly CustomField[]
  /** What a person reads for a stored word of a target. */
  readonly word: (target: string, stored: string) => string
}

/** Names written out before "and 3 more". */
const shownWords = 3

/** One condition as a person says it, e.g. "Level: Gold, VIP". */
export function ruleWords(vocabulary: RuleVocabulary, rule: FilterRule): string {
  const { t, fields, word, locale } = vocabulary
  const target = targetKeyOf(rule)
  const field = targetTitle(t, fields, target)
  const { test } = rule
  if ('values' in test) {
    const names = test.values.map(value => word(target, value))
    const value = listWords(t, names)
    return t(`lists:rule.${test.op}`, { field, value })
  }
  if ('value' in test) return t(`lists:rule.${test.op}`, { field, value: String(test.value) })
  if ('day' in test) return t(`lists:rule.${test.op}`, { field, value: test.day })
  if ('days' in test) return t(`lists:rule.${test.op}`, { field, n: test.days })
  if ('month' in test) return t('lists:rule.period', { field, value: monthName(locale, test.month) })
  if ('from' in test) return t('lists:rule.between', { field, from: String(test.from), to: String(test.to) })
  if (test.op === 'empty' || test.op === 'not-empty') return t(`lists:rule.${test.op}`, { field })
  return t('lists:rule.period', { field, value: t(`lists:op.${test.op}`) })
}

/** A whole filter in one line; groups inside stand in brackets. */
export function filterWords(vocabulary: RuleVocabulary, group: FilterGroup): string {
  const { t } = vocabulary
  const parts = group.items.map(item => itemWords(vocabulary, item))
  if (group.match === 'none') return t('lists:group.none', { parts: parts.join(t('lists:group.or')) })
  return parts.join(group.match === 'all' ? t('lists:group.and') : t('lists:group.or'))
}

/** A condition, or a group within a filter. */
export function itemWords(vocabulary: RuleVocabulary, item: FilterItem): string {
  if (!isGroup(item)) return ruleWords(vocabulary, item)
  if (item.items.length === 0) return vocabulary.t('lists:group.empty')
  const words = filterWords(vocabulary, item)
  return item.match === 'none' || item.items.length === 1 ? words : vocabulary.t('lists:group.bracket', { words })
}

/** `A, B, C and 2 more`. */
export function listWords(t: Translate, names: readonly string[]): string {
  const shown = names.slice(0, shownWords).join(t('fields:value.join'))
  return names.length <= shownWords ? shown : t('lists:rule.andMore', { words: shown, n: names.length - shownWords })
}

export function monthName(locale: Locale, month: number): string {
  return new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2000, month - 1, 1)))
}
