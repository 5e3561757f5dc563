import { type Contact, ContactId, type ContactRow, emptyContactDraft } from '../../shared/features/contacts/contact.ts'

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
    note: n % 5 === 0 ? '喜欢淡一点的茶' : '',
    revision: `r${n}-0`,
    createdAt: at,
    changedAt: at,
    trashedAt: null,
  }
}

export function rowOf(contact: Contact): ContactRow {
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
    custom: contact.custom,
    createdAt: contact.createdAt,
    lastActivityAt: contact.changedAt,
    trashedAt: contact.trashedAt,
  }
}
