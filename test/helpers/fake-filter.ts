import type { Contact } from '../../shared/features/contacts/contact.ts'
import { type ContactFilter, type FilterItem, type FilterRule, isGroup } from '../../shared/features/contacts/contact-filter.ts'
import type { ContactSort } from '../../shared/features/contacts/contact-list-query.ts'
import { parseSeveral } from '../../shared/features/fields/custom-value.ts'

const day = 86_400_000

/** The plain meaning of a filter, for screens: every operator of texts and choices, days counted back from now; other dates let everybody through. */
export function passes(contact: Contact, filter: ContactFilter, now: Date): boolean {
  return filter === null || passesItem(contact, filter, now)
}

function passesItem(contact: Contact, item: FilterItem, now: Date): boolean {
  if (!isGroup(item)) return passesRule(contact, item, now)
  if (item.items.length === 0) return true
  const one = (inner: FilterItem) => passesItem(contact, inner, now)
  if (item.match === 'all') return item.items.every(one)
  return item.items.some(one) === (item.match === 'any')
}

function passesRule(contact: Contact, rule: FilterRule, now: Date): boolean {
  switch (rule.on) {
    case 'text':
      return passesText(textsOf(contact, rule.field), rule.test)
    case 'choice':
      return passesSet([choiceOf(contact, rule.field)].filter(Boolean), rule.test)
    case 'tags':
      return passesSet(contact.tags, rule.test)
    case 'date':
      return passesDate(rule.field === 'createdAt' ? contact.createdAt : contact.changedAt, rule.test, now)
    case 'birthday':
      return passesPresence(contact.birthday !== null, rule.test.op)
    case 'custom-text':
      return passesText([ownValue(contact, rule.fieldId)].filter(Boolean), rule.test)
    case 'custom-choice':
      return passesSet([ownValue(contact, rule.fieldId)].filter(Boolean), rule.test)
    case 'custom-several':
      return passesSet(parseSeveral(ownValue(contact, rule.fieldId)), rule.test)
    case 'custom-number':
    case 'custom-date':
    case 'custom-yes-no': {
      const value = ownValue(contact, rule.fieldId)
      if (rule.test.op === 'yes' || rule.test.op === 'no') return value === rule.test.op
      return passesPresence(value !== '', rule.test.op)
    }
  }
}

function passesPresence(isThere: boolean, op: string): boolean {
  if (op === 'empty') return !isThere
  return op === 'not-empty' ? isThere : true
}

type TextTest = Extract<FilterRule, { on: 'text' }>['test']

function passesText(texts: readonly string[], test: TextTest): boolean {
  if (!('value' in test)) return passesPresence(texts.length > 0, test.op)
  const wanted = test.value.toLowerCase()
  const has = (holds: (text: string) => boolean) => texts.some(text => holds(text.toLowerCase()))
  switch (test.op) {
    case 'contains':
      return has(text => text.includes(wanted))
    case 'not-contains':
      return !has(text => text.includes(wanted))
    case 'is':
      return has(text => text === wanted)
    case 'is-not':
      return !has(text => text === wanted)
    case 'begins-with':
      return has(text => text.startsWith(wanted))
  }
}

type SetTest = Extract<FilterRule, { on: 'tags' }>['test']

function passesSet(held: readonly string[], test: SetTest): boolean {
  if (!('values' in test)) return passesPresence(held.length > 0, test.op)
  const has = (value: string) => held.includes(value)
  if (test.op === 'all') return test.values.every(has)
  return test.values.some(has) === (test.op === 'any')
}

type DateTest = Extract<FilterRule, { on: 'date' }>['test']

function passesDate(at: string, test: DateTest, now: Date): boolean {
  const ago = now.getTime() - Date.parse(at)
  if (test.op === 'last-days') return ago < test.days * day
  return test.op === 'before-days' ? ago > test.days * day : true
}

function textsOf(contact: Contact, field: Extract<FilterRule, { on: 'text' }>['field']): readonly string[] {
  switch (field) {
    case 'phone':
      return contact.phones.map(one => one.value)
    case 'email':
      return contact.emails.map(one => one.value)
    case 'handle':
      return contact.handles.map(one => one.value)
    case 'address':
      return contact.addresses.map(one => one.city + one.district + one.detail)
    default:
      return [contact[field]].filter(Boolean)
  }
}

function choiceOf(contact: Contact, field: Extract<FilterRule, { on: 'choice' }>['field']): string {
  return field === 'assignee' ? (contact.assigneeId ?? '') : contact[field]
}

function ownValue(contact: Contact, fieldId: string): string {
  return contact.custom.find(one => one.fieldId === fieldId)?.value ?? ''
}

/** Orders two customers by one column, empty ones last in either direction. */
export function compareContacts(a: Contact, b: Contact, { by, dir }: ContactSort): number {
  const [one, other] = [sortText(a, by), sortText(b, by)]
  if (one === '' || other === '') return Number(one === '') - Number(other === '')
  const order = one.localeCompare(other, 'zh', { numeric: true })
  return dir === 'asc' ? order : -order
}

function sortText(contact: Contact, by: ContactSort['by']): string {
  switch (by) {
    case 'relevance':
    case 'activity':
      return contact.changedAt
    case 'created':
      return contact.createdAt
    case 'phone':
      return contact.phones[0]?.value ?? ''
    case 'email':
      return contact.emails[0]?.value ?? ''
    case 'place':
      return contact.addresses[0]?.city ?? ''
    case 'assignee':
      return contact.assigneeName
    case 'birthday':
      return contact.birthday === null ? '' : `${contact.birthday.month + 10}-${contact.birthday.day + 10}`
    case 'name':
    case 'alias':
    case 'company':
    case 'memberNo':
    case 'level':
    case 'source':
    case 'stage':
      return contact[by]
    default:
      return ownValue(contact, by)
  }
}
