import fc from 'fast-check'
import { contactTables } from '../../../../electron/features/contacts/contact-tables.ts'
import { fieldTables } from '../../../../electron/features/fields/field-tables.ts'
import type { ContactDraft, ContactId } from '../../../../shared/features/contacts/contact.ts'
import { linkKinds } from '../../../../shared/features/contacts/contact-link.ts'
import { customFieldTypes } from '../../../../shared/features/fields/custom-field.ts'
import { AppError } from '../../../../shared/kernel/app-error.ts'
import { testActor } from '../../../helpers/test-vault.ts'
import { aField } from '../fields/field-drafts.ts'
import { aDraft, aPhone, type ContactsVault } from './contacts-vault.ts'

const doings = [
  ['create', 'edit', 'edit', 'custom', 'custom', 'trash', 'putBack', 'link', 'link', 'unlink', 'photo', 'noPhoto'],
  ['saveField', 'renameField', 'removeField', 'arrange', 'options'],
].flat()

/** What somebody tries to do; what is not possible at that moment is refused and leaves nothing. */
export interface Doing {
  readonly what: string
  /** Chooses among the customers, fields … there are. */
  readonly a: number
  readonly b: number
  readonly text: string
}

export const randomDoings: fc.Arbitrary<Doing[]> = fc.array(
  fc.record({
    what: fc.constantFrom(...doings),
    a: fc.nat({ max: 5 }),
    b: fc.nat({ max: 5 }),
    text: fc.constantFrom('李明', 'Ann', '重庆', '42', 'yes', '2026-01-31', '13800138000'),
  }),
  { minLength: 6, maxLength: 18 },
)

/** Does it and answers the act's id; null when it was refused or nothing differed. */
export function attempt(shop: ContactsVault, doing: Doing): string | null {
  shop.wait(1)
  try {
    return does[doing.what]?.(shop, doing) ?? null
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

/** Every living row of the shop, without the clocks of deletion. */
export function livingRows({ vault }: ContactsVault): unknown {
  return [...contactTables, ...fieldTables].map(({ name, columns }) =>
    vault.db.all(`SELECT id, ${columns.join(', ')} FROM ${name} WHERE deleted_ts IS NULL ORDER BY id`),
  )
}

const does: Readonly<Record<string, (shop: ContactsVault, doing: Doing) => string | null>> = {
  create: (shop, doing) => shop.call('contacts.create', { draft: aDraft({ name: doing.text, ...fieldsOf(doing) }) }).act.id,
  edit: (shop, doing) => shop.edit(customer(shop, doing.a), () => fieldsOf(doing)),
  custom: (shop, { a, b, text }) => {
    const field = pick(shop.call('fields.list', {}), b)
    const value = field.type === 'choice' ? 'a' : field.type === 'several' ? pick(['["a"]', '["b","a"]'], a) : text
    const custom = text === 'Ann' ? [] : [{ fieldId: field.id, value }]
    return shop.edit(customer(shop, a), draft => ({
      custom: [...draft.custom.filter(one => one.fieldId !== field.id), ...custom],
    }))
  },
  trash: (shop, { a, b }) => shop.call('contacts.trash', { ids: [customer(shop, a), customer(shop, b)] }).act.id,
  putBack: (shop, { a }) => shop.call('contacts.putBack', { ids: [pick(trashed(shop), a)] }).act.id,
  link: (shop, { a, b, text }) => {
    const [from, to] = [customer(shop, a), customer(shop, b)]
    const kind = pick(linkKinds, a + b)
    return from === to ? null : (shop.call('contacts.link', { from, to, kind, note: text }).act?.id ?? null)
  },
  unlink: (shop, { a, b }) => {
    const { id } = pick(shop.call('contacts.links', { id: customer(shop, a) }), b)
    return shop.call('contacts.unlink', { id }).act.id
  },
  photo: (shop, { a, text }) => {
    const base64 = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(text)]).toString('base64')
    return shop.call('contacts.setPhoto', { id: customer(shop, a), picture: { base64 } }).act?.id ?? null
  },
  noPhoto: (shop, { a }) => shop.call('contacts.setPhoto', { id: customer(shop, a), picture: null }).act?.id ?? null,
  saveField: (shop, { a, text }) => {
    const type = pick(customFieldTypes, a)
    const choices = ['a', 'b'].map(id => ({ id, name: `${text} ${id}`, hidden: false }))
    const draft = aField({ name: text, type, choices: type === 'choice' || type === 'several' ? choices : [] })
    return shop.call('fields.save', draft).act?.id ?? null
  },
  renameField: (shop, { a, b, text }) => {
    const { position: _p, used: _u, ...field } = pick(shop.call('fields.list', {}), a)
    return shop.call('fields.save', { ...field, name: `${text}${b}`, personal: b > 2, hidden: b > 4 }).act?.id ?? null
  },
  removeField: (shop, { a }) => shop.call('fields.remove', { id: pick(shop.call('fields.list', {}), a).id }).act.id,
  arrange: (shop, { a }) => {
    const ids = shop.call('fields.list', {}).map(field => field.id)
    return shop.call('fields.arrange', { ids: [...ids.slice(a), ...ids.slice(0, a)] }).act?.id ?? null
  },
  options: (shop, { a, b, text }) => {
    const options = shop.call('fields.options', {}).filter(option => option.list === 'level')
    const drafts = options.map(({ key, name, hidden }) => ({ key, name, hidden }))
    const changed = [...drafts.slice(a % drafts.length), { key: null, name: `${text}${b}`, hidden: b > 3 }]
    return shop.call('fields.saveOptions', { list: 'level', options: changed }).act?.id ?? null
  },
}

function fieldsOf({ a, b, text }: Doing): Partial<ContactDraft> {
  return [
    { company: text, level: pick(['', 'gold', 'vip'], b), assigneeId: b > 2 ? testActor.staffId : null },
    { phones: b > 3 ? [] : [aPhone(text)], language: 'yue' as const, memberNo: text },
    { tags: b > 3 ? [] : [text, `${text}${b}`], stage: pick(['', 'bought'], b) },
    { kind: 'organisation' as const, name: text },
    { pinnedNote: text, source: pick(['', 'event', 'import'], b), preferredChannel: 'line' as const },
    { kind: 'person' as const, surnameReading: 'zeng', preference: text },
  ][a % 6] as Partial<ContactDraft> // one of the six above
}

function customer({ vault }: ContactsVault, n: number): ContactId {
  return pick(vault.db.all<{ id: ContactId }>('SELECT id FROM contact WHERE deleted_ts IS NULL ORDER BY id'), n).id
}

function trashed({ vault }: ContactsVault): readonly ContactId[] {
  return vault.db.all<{ id: ContactId }>('SELECT id FROM _contact_trash ORDER BY id').map(row => row.id)
}

function pick<T>(items: readonly T[], n: number): T {
  const item = items[n % Math.max(items.length, 1)]
  if (item === undefined) throw new AppError('not-found')
  return item
}
