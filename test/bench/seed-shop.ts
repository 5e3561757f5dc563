import type { Faker } from '@faker-js/faker'
import type { Change } from '../../electron/kernel/changes/change.ts'
import type { CustomFieldType } from '../../shared/features/fields/custom-field.ts'
import { type CustomValue, severalText } from '../../shared/features/fields/custom-value.ts'
import { likes } from './seed-words.ts'

/** What a shop has before its customers come: staff and own fields. Ids are the same in every seeded vault. */
export interface SeedShop {
  readonly staffIds: readonly string[]
  readonly fields: readonly SeedField[]
}

export interface SeedField {
  readonly id: string
  readonly name: string
  readonly type: CustomFieldType
  readonly choices: readonly string[]
  readonly isPersonal: boolean
  /** Which part of the customers has a value. */
  readonly part: number
}

const fieldIdOf = (n: number): string => `0193e000-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`
const staffIdOf = (n: number): string => `0193e000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`
const field = (n: number, part: number, name: string, type: CustomFieldType, choices: readonly string[] = []): SeedField => ({
  id: fieldIdOf(n),
  name,
  type,
  choices,
  isPersonal: false,
  part,
})

export const ownFields = {
  tea: field(1, 0.25, '喜欢的茶', 'text'),
  spent: field(2, 0.4, '累计消费', 'number'),
  lastVisit: field(3, 0.35, '上次到店', 'date'),
  size: field(4, 0.3, '店铺规模', 'choice', ['个人', '小店', '连锁', '单位']),
  interests: field(5, 0.3, '兴趣', 'several', ['品茶课', '新茶', '茶具', '礼盒', '展会', '拼团']),
  mayWrite: field(6, 0.5, '可发消息', 'yes-no'),
  allergy: { ...field(7, 0.04, '过敏', 'text'), isPersonal: true },
} as const satisfies Readonly<Record<string, SeedField>>

export const seedShop: SeedShop = { staffIds: [staffIdOf(1), staffIdOf(2), staffIdOf(3)], fields: Object.values(ownFields) }

/** For customers of a vault that knows neither: cards of a file. */
export const noShop: SeedShop = { staffIds: [], fields: [] }

const staffNames = ['小林', '阿梅', 'Sam']

/** Clerks and own fields as changes. */
export function shopChanges(shop: SeedShop, createdAt: string): readonly Change[] {
  return [
    ...shop.staffIds.map((id, n): Change => {
      const values = { name: staffNames[n] ?? '', role: 'owner', created_at: createdAt }
      return { table: 'staff', id, kind: 'insert', values }
    }),
    ...shop.fields.map((one, position): Change => {
      const choices = JSON.stringify(one.choices.map((name, n) => ({ id: choiceId(n), name, hidden: false })))
      const values = {
        name: one.name,
        type: one.type,
        choices,
        required: 0,
        personal: one.isPersonal ? 1 : 0,
        sensitive: one.isPersonal ? 1 : 0,
        sensitive_reason: one.isPersonal ? '备餐时要避开' : '',
        in_list: one.type === 'number' || one.type === 'choice' ? 1 : 0,
        hidden: 0,
        position,
      }
      return { table: 'custom_field', id: one.id, kind: 'insert', values }
    }),
  ]
}

export function choiceId(n: number): string {
  return `choice-${n + 1}`
}

/** Values of one customer: each field for its part of them. */
export function customValues(faker: Faker, shop: SeedShop): CustomValue[] {
  return shop.fields.flatMap(one => {
    if (faker.number.float() >= one.part) return []
    return [{ fieldId: one.id, value: valueOf(faker, one) }]
  })
}

function valueOf(faker: Faker, { type, choices, isPersonal }: SeedField): string {
  const oneOf = (words: readonly string[]): string => faker.helpers.arrayElement(words)
  const ids = choices.map((_, n) => choiceId(n))
  switch (type) {
    case 'number':
      return (faker.number.int({ min: 1, max: 3_000_000 }) / 100).toFixed(2)
    case 'date':
      return new Date(Date.UTC(2025, 0, 1) + faker.number.int({ min: 0, max: 680 }) * 86_400_000).toISOString().slice(0, 10)
    case 'choice':
      return oneOf(ids)
    case 'several':
      return severalText(faker.helpers.arrayElements(ids, { min: 1, max: 3 }))
    case 'yes-no':
      return oneOf(['yes', 'yes', 'no'])
    case 'text':
    case 'phone':
      return isPersonal ? oneOf(['花生', '海鲜', '乳制品']) : oneOf(likes)
  }
}
