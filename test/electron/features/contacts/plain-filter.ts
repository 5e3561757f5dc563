import { foldText } from '../../../../electron/kernel/search/folding.ts'
import type { Birthday, ContactDraft } from '../../../../shared/features/contacts/contact.ts'
import { type FilterItem, type FilterRule, isGroup } from '../../../../shared/features/contacts/contact-filter.ts'
import type { CustomFieldType } from '../../../../shared/features/fields/custom-field.ts'

/** A living customer as a filter sees her. */
export interface PlainContact {
  readonly draft: ContactDraft
  /** In ms. */
  readonly created: number
  readonly last: number
}

export interface PlainWorld {
  /** Living own fields by id. */
  readonly fields: ReadonlyMap<string, CustomFieldType>
  readonly now: Date
  readonly zone: string
}

/** What a filter means, read off one customer at a time: no sets, no SQL, no ranges of instants. */
export function isFound(item: FilterItem, contact: PlainContact, world: PlainWorld): boolean {
  if (!isGroup(item)) return fits(item, contact, world)
  if (item.items.length === 0) return true
  const found = item.items.map(inner => isFound(inner, contact, world))
  return item.match === 'all' ? found.every(Boolean) : found.some(Boolean) === (item.match === 'any')
}

function fits(rule: FilterRule, { draft, created, last }: PlainContact, world: PlainWorld): boolean {
  switch (rule.on) {
    case 'text':
      if (rule.field === 'address' && 'value' in rule.test) {
        return fitsText({ ...rule.test, value: inOnePiece(rule.test.value) }, textsOf(draft, 'address').map(inOnePiece), false)
      }
      return fitsText(rule.test, textsOf(draft, rule.field), rule.field === 'phone')
    case 'choice':
      return fitsWords(
        rule.test,
        [choiceOf(draft, rule.field)].filter(word => word !== '' && word !== 'not-stated'),
        choiceOf(draft, rule.field),
      )
    case 'tags':
      return fitsWords(
        'values' in rule.test ? { ...rule.test, values: rule.test.values.map(foldText) } : rule.test,
        draft.tags.map(foldText),
      )
    case 'date':
      return fitsDay(rule.test, dayIn(world.zone, rule.field === 'createdAt' ? created : last), world)
    case 'birthday':
      return fitsBirthday(rule.test, draft.birthday, dayIn(world.zone, world.now.getTime()))
    default:
      return fitsOwn(rule, draft, world)
  }
}

function inOnePiece(address: string): string {
  return address.replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, '')
}

const ownTypes = {
  'custom-text': ['text', 'phone'],
  'custom-number': ['number'],
  'custom-date': ['date'],
  'custom-choice': ['choice'],
  'custom-several': ['several'],
  'custom-yes-no': ['yes-no'],
} as const

function fitsOwn(rule: Extract<FilterRule, { fieldId: string }>, draft: ContactDraft, world: PlainWorld): boolean {
  const type = world.fields.get(rule.fieldId)
  if (type === undefined || !ownTypes[rule.on].some(one => one === type)) return false
  const value = draft.custom.find(item => item.fieldId === rule.fieldId)?.value ?? ''
  switch (rule.on) {
    case 'custom-text':
      return fitsText(rule.test, value === '' ? [] : [value], type === 'phone')
    case 'custom-number':
      return fitsNumber(rule.test, value)
    case 'custom-date':
      return fitsDay(rule.test, value, world)
    case 'custom-choice':
      return fitsWords(rule.test, value === '' ? [] : [value])
    case 'custom-several':
      return fitsWords(rule.test, value === '' ? [] : (JSON.parse(value) as string[])) // written by the test
    case 'custom-yes-no':
      return rule.test.op === 'empty' ? value === '' : rule.test.op === 'not-empty' ? value !== '' : value === rule.test.op
  }
}

function textsOf(draft: ContactDraft, field: Extract<FilterRule, { on: 'text' }>['field']): readonly string[] {
  switch (field) {
    case 'phone':
      return draft.phones.map(phone => phone.value)
    case 'email':
      return draft.emails.map(email => email.value)
    case 'handle':
      return draft.handles.map(handle => handle.value)
    case 'address':
      return draft.addresses
        .map(one =>
          [one.country, one.region, one.city, one.district, one.detail, one.postcode].filter(part => part !== '').join(' '),
        )
        .filter(text => text !== '')
    default:
      return draft[field] === '' ? [] : [draft[field]]
  }
}

type TextTest = Extract<FilterRule, { on: 'text' }>['test']

function fitsText(test: TextTest, texts: readonly string[], isPhone: boolean): boolean {
  if (!('value' in test)) return (texts.length === 0) === (test.op === 'empty')
  const has = (compare: (text: string, wanted: string) => boolean): boolean =>
    texts.some(text => {
      if (compare(foldText(text).trim(), foldText(test.value).trim())) return true
      const isNumber = isPhone && /\d/.test(foldText(test.value)) && !/[^\d\s()+./·-]/.test(foldText(test.value).trim())
      return isNumber && compare(plainDigits(text), plainDigits(test.value))
    })
  switch (test.op) {
    case 'contains':
      return has((text, wanted) => text.includes(wanted))
    case 'not-contains':
      return !has((text, wanted) => text.includes(wanted))
    case 'is':
      return has((text, wanted) => text === wanted)
    case 'is-not':
      return !has((text, wanted) => text === wanted)
    case 'begins-with':
      return has((text, wanted) => text.startsWith(wanted))
  }
}

function plainDigits(text: string): string {
  const folded = foldText(text).trim()
  const digits = folded.replaceAll(/\D/g, '')
  if (/^\+\s*86/.test(folded)) return digits.slice(2)
  return /^00\s*86/.test(folded) ? digits.slice(4) : digits
}

function choiceOf(draft: ContactDraft, field: Extract<FilterRule, { on: 'choice' }>['field']): string {
  return field === 'assignee' ? (draft.assigneeId ?? '') : draft[field]
}

type WordsTest =
  | { readonly op: 'any' | 'all' | 'none'; readonly values: readonly string[] }
  | { readonly op: 'empty' | 'not-empty' }

/** `literal`: what stands there even where that means nothing. */
function fitsWords(test: WordsTest, words: readonly string[], literal?: string): boolean {
  if (!('values' in test)) return (words.length === 0) === (test.op === 'empty')
  const held = literal === undefined ? words : [literal]
  if (test.op === 'all') return test.values.every(word => held.includes(word))
  return test.values.some(word => held.includes(word)) === (test.op === 'any')
}

function fitsNumber(test: Extract<FilterRule, { on: 'custom-number' }>['test'], value: string): boolean {
  if (test.op === 'empty') return value === ''
  if (test.op === 'not-empty') return value !== ''
  if (value === '') return test.op === 'not-equals'
  const number = Number(value)
  if (test.op === 'between') return test.from <= number && number <= test.to
  if (!('value' in test)) return true
  const order = Math.sign(number - test.value)
  const fitting = { equals: [0], 'not-equals': [-1, 1], less: [-1], 'at-most': [-1, 0], more: [1], 'at-least': [0, 1] }[test.op]
  return fitting.includes(order)
}

const wallDays = new Map<string, string>()

/** What the calendar on the wall says, as YYYY-MM-DD. */
function dayIn(zone: string, at: number): string {
  const key = `${zone} ${at}`
  const day = wallDays.get(key) ?? new Date(at).toLocaleDateString('sv-SE', { timeZone: zone })
  wallDays.set(key, day)
  return day
}

function plus(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** 0 is Monday. */
function weekday(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
}

function fitsDay(test: Extract<FilterRule, { on: 'date' }>['test'], day: string, { now, zone }: PlainWorld): boolean {
  if (test.op === 'empty') return day === ''
  if (day === '') return false
  const today = dayIn(zone, now.getTime())
  const monday = plus(today, -weekday(today))
  switch (test.op) {
    case 'not-empty':
      return true
    case 'on':
      return day === test.day
    case 'before':
      return day < test.day
    case 'after':
      return day > test.day
    case 'between':
      return test.from <= day && day <= test.to
    case 'last-days':
      return plus(today, -test.days) < day && day <= today
    case 'next-days':
      return today <= day && day <= plus(today, test.days)
    case 'before-days':
      return day < plus(today, -test.days)
    case 'today':
      return day === today
    case 'yesterday':
      return day === plus(today, -1)
    case 'this-week':
      return monday <= day && day < plus(monday, 7)
    case 'last-week':
      return plus(monday, -7) <= day && day < monday
    case 'this-month':
      return day.slice(0, 7) === today.slice(0, 7)
    case 'last-month':
      return day.slice(0, 7) === plus(`${today.slice(0, 7)}-01`, -1).slice(0, 7)
    case 'this-year':
      return day.slice(0, 4) === today.slice(0, 4)
    case 'last-year':
      return Number(day.slice(0, 4)) === Number(today.slice(0, 4)) - 1
  }
}

function fitsBirthday(test: Extract<FilterRule, { on: 'birthday' }>['test'], birthday: Birthday | null, today: string): boolean {
  if (test.op === 'empty') return birthday === null
  if (birthday === null) return false
  const month = (offset: number): readonly string[] => {
    const first = `${today.slice(0, 7)}-01`
    const start = offset === 0 ? first : `${plus(first, 31).slice(0, 7)}-01`
    return daysFrom(start, 31).filter(day => day.slice(0, 7) === start.slice(0, 7))
  }
  switch (test.op) {
    case 'not-empty':
      return true
    case 'today':
      return isKept(birthday, today)
    case 'next-days':
      return daysFrom(today, test.days + 1).some(day => isKept(birthday, day))
    case 'this-week':
      return daysFrom(plus(today, -weekday(today)), 7).some(day => isKept(birthday, day))
    case 'this-month':
      return month(0).some(day => isKept(birthday, day))
    case 'next-month':
      return month(1).some(day => isKept(birthday, day))
    case 'month':
      return daysFrom(`${today.slice(0, 4)}-01-01`, 366)
        .filter(day => day.slice(0, 4) === today.slice(0, 4) && Number(day.slice(5, 7)) === test.month)
        .some(day => isKept(birthday, day))
  }
}

function daysFrom(day: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => plus(day, index))
}

/** Whether a birthday is kept on a day. The lunar calendar is the runtime's own, not the program's library. */
function isKept({ calendar, month, day, leap }: Birthday, on: string): boolean {
  if (calendar === 'solar') {
    const date = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    if (date === on.slice(5)) return true
    return date === '02-29' && on.slice(5) === '02-28' && plus(on, 1).slice(5) === '03-01'
  }
  const today = lunarOf(on)
  const isLastOfMonth = lunarOf(plus(on, 1)).day === 1
  const isDay = today.day === day || (day === 30 && today.day === 29 && isLastOfMonth)
  if (!isDay || today.month !== month) return false
  if (today.leap === leap) return true
  return leap && !today.leap && !daysFrom(plus(on, 1), 60).some(later => isLeapOf(later, month, today.year))
}

function isLeapOf(day: string, month: number, year: string): boolean {
  const lunar = lunarOf(day)
  return lunar.leap && lunar.month === month && lunar.year === year
}

interface LunarDate {
  readonly year: string
  readonly month: number
  readonly day: number
  readonly leap: boolean
}

const lunarFormat = new Intl.DateTimeFormat('en-u-ca-chinese', {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
})
const lunarDays = new Map<string, LunarDate>()

function lunarOf(day: string): LunarDate {
  const known = lunarDays.get(day)
  if (known !== undefined) return known
  const parts = lunarFormat.formatToParts(Date.parse(`${day}T00:00:00Z`))
  const part = (type: string): string => parts.find(one => (one.type as string) === type)?.value ?? ''
  const lunar = {
    year: part('relatedYear'),
    month: Number.parseInt(part('month'), 10),
    day: Number(part('day')),
    leap: part('month').endsWith('bis'),
  }
  lunarDays.set(day, lunar)
  return lunar
}
