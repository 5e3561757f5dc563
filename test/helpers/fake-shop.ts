import { type Contact, ContactId, type ContactRow, emptyContactDraft } from '../../shared/features/contacts/contact.ts'
import { type CustomField, customFieldTypes } from '../../shared/features/fields/custom-field.ts'
import { builtInOptions } from '../../shared/features/fields/field-option.ts'

/** UUIDv7-shaped ids in order: the same number is the same id in every run. */
export function sampleId(n: number): string {
  return `0199a000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
}

const families = ['王', '李', '张', '刘', '陈', '杨', '黄', '赵', '周', '吴', '单', '曾', '欧阳']
const given = ['示', '样本', '例', '小样', '试用', '范', '演样']
const tags = ['爱喝茶', '老客户', 'VIP', '送礼']
const hour = 3_600_000

/** Made-up customers; numbers begin with 100, which no real mobile does. */
export function sampleContacts(count: number, now: Date): Contact[] {
  return Array.from({ length: count }, (_, index) => sampleContact(index + 1, now))
}

export function sampleContact(n: number, now: Date): Contact {
  const digits = String((n * 7919) % 100_000_000).padStart(8, '0')
  const at = new Date(now.getTime() - Math.min((n - 1) ** 1.6, 20_000 + n) * hour).toISOString()
  const company = n % 6 === 0
  return {
    ...emptyContactDraft(),
    custom: [],
    photo: '',
    assigneeName: '',
    id: ContactId.parse(sampleId(n)),
    kind: company ? 'organisation' : 'person',
    name: company
      ? `示例商行 ${n}`
      : n % 9 === 0
        ? `Sample Customer ${n}`
        : `${families[n % families.length]}${given[n % given.length]}`,
    company: n % 4 === 0 ? '示例贸易有限公司' : '',
    phones: n % 11 === 0 ? [] : [{ id: sampleId(1_000_000 + n), label: 'mobile', value: `100${digits}`, preferred: true }],
    tags: n % 3 === 0 ? [tags[n % tags.length] ?? '', '常来'] : [],
    memberNo: n % 4 === 0 ? `M${String(n).padStart(5, '0')}` : '',
    level: n % 2 === 0 ? (builtInOptions.level[n % 4] ?? '') : '',
    source: n % 3 === 0 ? (builtInOptions.source[n % 7] ?? '') : '',
    stage: n % 5 === 0 ? (builtInOptions.stage[n % 4] ?? '') : '',
    assigneeId: n % 5 === 0 ? sampleId((n % 2) + 1) : null,
    note: n % 5 === 0 ? '喜欢淡一点的茶' : '',
    revision: `r${n}-0`,
    createdAt: at,
    changedAt: at,
    lastActivityAt: at,
    trashedAt: null,
  }
}

/** One own field of every type. */
export function ownFieldSamples(): readonly CustomField[] {
  const names = {
    text: '常点',
    number: '折扣',
    date: '首次到店',
    choice: '口味',
    several: '忌口',
    'yes-no': '要发票',
    phone: '家里电话',
  }
  return customFieldTypes.map((type, index) => ({
    id: sampleId(8_000_000 + index),
    name: names[type],
    type,
    choices: type === 'choice' || type === 'several' ? ownChoices : [],
    required: false,
    personal: type === 'several' || type === 'phone',
    sensitive: type === 'several',
    sensitiveReason: type === 'several' ? '备餐时避开过敏的食物' : '',
    inList: type === 'text' || type === 'choice',
    hidden: false,
    position: index,
    used: 0,
  }))
}

const ownChoices = [
  { id: 'light', name: '清淡', hidden: false },
  { id: 'strong', name: '浓郁', hidden: false },
  { id: 'sweet', name: '甜', hidden: false },
]
const ownValues: Readonly<Record<CustomField['type'], string>> = {
  text: '示例茶叶',
  number: '9.5',
  date: '2024-03-02',
  choice: 'light',
  several: '["strong","sweet"]',
  'yes-no': 'yes',
  phone: '02012345678',
}

/** Every third customer has a value in each of the sample fields. */
export function withOwnValues(contact: Contact): Contact {
  if (Number.parseInt(contact.id.slice(-12), 16) % 3 !== 0) return contact
  const custom = ownFieldSamples().map(({ id, type, personal }) => ({
    fieldId: id,
    value: ownValues[type],
    isPersonal: personal,
  }))
  return { ...contact, custom }
}

const readings: Readonly<Record<string, string>> = {
  王: 'wang',
  李: 'li',
  张: 'zhang',
  刘: 'liu',
  陈: 'chen',
  杨: 'yang',
  黄: 'huang',
  赵: 'zhao',
  周: 'zhou',
  吴: 'wu',
  单: 'shan',
  曾: 'zeng',
  欧: 'ou',
  阳: 'yang',
  示: 'shi',
  样: 'yang',
  本: 'ben',
  例: 'li',
  小: 'xiao',
  试: 'shi',
  用: 'yong',
  范: 'fan',
  演: 'yan',
  商: 'shang',
  行: 'hang',
}

/** Full pinyin and initials of a made-up name. */
export function readingsOf(name: string): readonly string[] {
  const syllables = Array.from(name).map(sign => readings[sign] ?? '')
  return [syllables.join(''), syllables.map(one => one.slice(0, 1)).join('')].filter(Boolean)
}

/** The line of a customer; of the own fields those that are asked for. */
export function rowOf(contact: Contact, customFields: readonly string[] = []): ContactRow {
  return {
    id: contact.id,
    kind: contact.kind,
    name: contact.name,
    company: contact.company,
    phone: contact.phones[0]?.value ?? '',
    tags: contact.tags,
    alias: contact.alias,
    email: contact.emails[0]?.value ?? '',
    place: contact.addresses[0]?.city ?? '',
    memberNo: contact.memberNo,
    level: contact.level,
    source: contact.source,
    stage: contact.stage,
    assigneeName: contact.assigneeName,
    birthday: contact.birthday,
    photo: contact.photo,
    custom: contact.custom.filter(one => customFields.includes(one.fieldId)),
    createdAt: contact.createdAt,
    lastActivityAt: contact.changedAt,
    trashedAt: contact.trashedAt,
  }
}
