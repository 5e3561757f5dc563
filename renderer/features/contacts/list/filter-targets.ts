import { type FilterRule, filterFieldKinds } from '../../../../shared/features/contacts/contact-filter.ts'
import type { CustomField, CustomFieldType } from '../../../../shared/features/fields/custom-field.ts'
import type { Translate } from '../../../kernel/i18n.ts'

export type FilterKind = FilterRule['on']

export const targetGroups = ['basic', 'contact', 'shop', 'dates', 'own'] as const
export type TargetGroup = (typeof targetGroups)[number]

/** Something that customers can be filtered by. */
export interface FilterTarget {
  /** A built-in field's name, `tag`, `birthday`, or `custom:` and the id of an own field. */
  readonly key: string
  readonly kind: FilterKind
  readonly group: TargetGroup
  readonly title: string
}

const builtIn = {
  basic: ['name', 'alias', 'company', 'jobTitle', 'salutation', 'kind', 'gender', 'birthday', 'note', 'pinnedNote'],
  contact: ['phone', 'email', 'handle', 'address', 'language', 'preferredChannel', 'preference'],
  shop: ['tag', 'level', 'source', 'stage', 'assignee', 'memberNo'],
  dates: ['lastActivityAt', 'createdAt'],
} as const
type BuiltInKey = (typeof builtIn)[keyof typeof builtIn][number]

const customKinds: Readonly<Record<CustomFieldType, FilterKind>> = {
  text: 'custom-text',
  phone: 'custom-text',
  number: 'custom-number',
  date: 'custom-date',
  choice: 'custom-choice',
  several: 'custom-several',
  'yes-no': 'custom-yes-no',
}

/** All there is to filter by, grouped, in the order in which it is offered; hidden own fields are left out. */
export function filterTargets(t: Translate, fields: readonly CustomField[]): readonly FilterTarget[] {
  const known = (['basic', 'contact', 'shop', 'dates'] as const).flatMap(group =>
    builtIn[group].map(key => ({ key, kind: kindOf(key), group, title: t(`lists:field.${key}`) })),
  )
  const own = fields
    .filter(field => !field.hidden)
    .map(({ id, type, name }) => ({ key: customKey(id), kind: customKinds[type], group: 'own' as const, title: name }))
  return [...known, ...own]
}

/** The key of what a rule is about. */
export function targetKeyOf(rule: FilterRule): string {
  if ('fieldId' in rule) return customKey(rule.fieldId)
  if (rule.on === 'tags') return 'tag'
  return rule.on === 'birthday' ? 'birthday' : rule.field
}

/** The own field of a target's key; null for a built-in one. */
export function fieldIdOf(key: string): string | null {
  return key.startsWith('custom:') ? key.slice('custom:'.length) : null
}

/** What a rule is about by name; an own field that was deleted has none. */
export function targetTitle(t: Translate, fields: readonly CustomField[], key: string): string {
  const id = fieldIdOf(key)
  if (id !== null) return fields.find(field => field.id === id)?.name ?? t('lists:field.gone')
  const known = Object.values(builtIn)
    .flatMap<BuiltInKey>(keys => keys)
    .find(one => one === key)
  return known === undefined ? t('lists:field.gone') : t(`lists:field.${known}`)
}

export function customKey(fieldId: string): string {
  return `custom:${fieldId}`
}

function kindOf(key: BuiltInKey): FilterKind {
  if (key === 'tag') return 'tags'
  if (key === 'birthday') return 'birthday'
  if (filterFieldKinds.date.some(one => one === key)) return 'date'
  return filterFieldKinds.choice.some(one => one === key) ? 'choice' : 'text'
}
