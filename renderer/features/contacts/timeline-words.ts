import type { ActSummary } from '../../../shared/features/acts/act.ts'
import { parseBirthdayText } from '../../../shared/features/contacts/birthday-text.ts'
import {
  contactChannels,
  contactKinds,
  contactLanguages,
  genders,
  handleServices,
  phoneLabels,
} from '../../../shared/features/contacts/contact.ts'
import type { HistoryEntry } from '../../../shared/features/contacts/contact-contract.ts'
import { optionLists } from '../../../shared/features/fields/field-option.ts'
import { formatPhone } from '../../kernel/format.ts'
import type { Translate } from '../../kernel/i18n.ts'
import { shownValue } from '../../kernel/loadable.ts'
import type { IconName } from '../../ui/icon-paths.ts'
import { customWords } from '../fields/custom-words.ts'
import { useFieldStore } from '../fields/field-store.ts'
import { optionWords } from '../fields/option-words.ts'
import { birthdayMessage } from './birthday-format.ts'
import { plainFields } from './contact-form-model.ts'
import { linkRoles, roleWords } from './page/link-words.ts'

export type FieldChange = HistoryEntry['changes'][number]

const fields = [...plainFields, 'birthday', 'photo'] as const
const lists = { phones: 'phone', emails: 'email', addresses: 'address', handles: 'handle' } as const

/** What was done, in words; an undo names what it took back. */
export function actWords(t: Translate, act: ActSummary): string {
  const action = t(`contacts:act.${act.name}`)
  if (act.kind === 'undo') return t('contacts:act.undo', { action })
  if (act.kind === 'redo') return t('contacts:act.redo', { action })
  return action
}

const icons: Readonly<Record<ActSummary['name'], IconName>> = {
  'vault-create': 'lock',
  'contact-create': 'plus',
  'contact-edit': 'edit',
  'contact-trash': 'trash',
  'contact-put-back': 'put-back',
  'vcard-import': 'import',
  'contact-photo': 'camera',
  'contact-link': 'link',
  'contact-unlink': 'x',
  'bulk-tag': 'tag',
  'bulk-set': 'edit',
  'bulk-assign': 'user',
  'bulk-trash': 'trash',
  'field-save': 'columns',
  'field-remove': 'trash',
  'field-arrange': 'columns',
  'options-save': 'columns',
  'view-save': 'filter',
  'view-remove': 'trash',
}

export function actIcon(act: ActSummary): IconName {
  if (act.kind === 'undo') return 'undo'
  return act.kind === 'redo' ? 'redo' : icons[act.name]
}

/** A change in the words of the screen. Values that only say "nothing chosen" count as empty. */
export function shownChange(t: Translate, change: FieldChange): FieldChange {
  const value = (text: string, when: 'before' | 'after') => (text === '' ? '' : valueWords(t, change.field, text, when))
  return { field: fieldWords(t, change), before: value(change.before, 'before'), after: value(change.after, 'after') }
}

/** The changes that say something: a new customer's untouched choices are left out. */
export function tellingChanges(changes: readonly FieldChange[]): readonly FieldChange[] {
  const unchosen = 'not-stated'
  const untouched: Readonly<Record<string, string>> = {
    kind: 'person',
    gender: unchosen,
    language: unchosen,
    preferredChannel: unchosen,
  }
  return changes.filter(({ field, before, after }) => before !== '' || after !== untouched[field])
}

/** The change (already in the words of the screen) as one sentence, for those who hear it. */
export function changeWords(t: Translate, { field, before, after }: FieldChange): string {
  if (before === '') return t('contacts:timeline.set', { field, after })
  if (after === '') return t('contacts:timeline.cleared', { field, before })
  return t('contacts:timeline.changed', { field, before, after })
}

/** `name`, `phones`, `phones.label`, `links.family.out`, `custom:<id>` …; one of several is named in the singular. */
function fieldWords(t: Translate, { field: name, fieldName }: FieldChange): string {
  if (name.startsWith('custom:')) return fieldName ?? ownField(name)?.name ?? t('contacts:section.custom')
  if (name === 'tags') return t('contacts:item.tag')
  const role = linkRoles.find(one => name === `links.${one}`)
  if (role !== undefined) return roleWords(t, role)
  const [head = '', part] = name.split('.')
  const field = fields.find(one => one === head)
  if (field !== undefined) return t(`contacts:field.${field}`)
  const list = Object.entries(lists).find(([plural]) => head === plural)
  if (list === undefined) return t('contacts:field.other')
  const what = t(`contacts:item.${list[1]}`)
  if (part === 'label') return t('contacts:timeline.labelOf', { what })
  return part === 'preferred' ? t('contacts:timeline.preferredOf', { what }) : what
}

function valueWords(t: Translate, field: string, text: string, when: 'before' | 'after'): string {
  const list = optionLists.find(one => one === field)
  if (list !== undefined) return optionWords(t, list, text) || text
  if (field.startsWith('custom:')) return ownWords(t, field, text)
  switch (field) {
    case 'kind':
      return fromList(contactKinds, text, one => t(`contacts:kind.${one}`))
    case 'gender':
      return fromList(genders, text, one => t(`contacts:gender.${one}`))
    case 'language':
      return fromList(contactLanguages, text, one => t(`contacts:language.${one}`))
    case 'preferredChannel':
      return fromList(contactChannels, text, one => t(`contacts:channel.${one}`))
    case 'photo':
      return when === 'before' ? t('contacts:photo.before') : t('contacts:photo.after')
    case 'birthday':
      return birthdayWords(t, text)
    case 'phones':
    case 'phones.preferred':
      return formatPhone(text)
    case 'handles.label':
      return fromList(handleServices, text, one => t(`contacts:service.${one}`))
    default:
      return field.endsWith('.label') ? fromList(phoneLabels, text, one => t(`contacts:label.${one}`)) : text
  }
}

function birthdayWords(t: Translate, text: string): string {
  const birthday = parseBirthdayText(text)
  if (birthday === null) return text
  const { key, values } = birthdayMessage(birthday)
  return t(`contacts:${key}`, values)
}

function ownField(name: string) {
  const id = name.slice('custom:'.length)
  return shownValue(useFieldStore.getState().fields)?.find(field => field.id === id)
}

/** The names of choices come as names already; yes and no come as keys. */
function ownWords(t: Translate, name: string, text: string): string {
  const field = ownField(name)
  return field === undefined ? text : customWords(t, field, text)
}

function fromList<T extends string>(list: readonly T[], text: string, words: (one: T) => string): string {
  const known = list.find(one => one === text)
  return known === undefined ? text : words(known)
}
