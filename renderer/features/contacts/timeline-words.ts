import type { ActSummary } from '../../../shared/features/acts/act.ts'
import { parseBirthdayText } from '../../../shared/features/contacts/birthday-text.ts'
import { contactKinds, genders, handleServices, phoneLabels } from '../../../shared/features/contacts/contact.ts'
import type { HistoryEntry } from '../../../shared/features/contacts/contact-contract.ts'
import { formatPhone } from '../../kernel/format.ts'
import type { Translate } from '../../kernel/i18n.ts'
import type { IconName } from '../../ui/icon-paths.ts'
import { birthdayMessage } from './birthday-format.ts'

export type FieldChange = HistoryEntry['changes'][number]

const fields = ['name', 'alias', 'salutation', 'gender', 'company', 'jobTitle', 'birthday', 'tags', 'note', 'kind'] as const
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
  'contact-photo': 'edit',
  'contact-link': 'plus',
  'contact-unlink': 'x',
  'bulk-tag': 'edit',
  'bulk-set': 'edit',
  'bulk-assign': 'user',
  'bulk-trash': 'trash',
  'field-save': 'edit',
  'field-remove': 'trash',
  'field-arrange': 'edit',
  'options-save': 'edit',
  'view-save': 'edit',
  'view-remove': 'trash',
}

export function actIcon(act: ActSummary): IconName {
  if (act.kind === 'undo') return 'undo'
  return act.kind === 'redo' ? 'redo' : icons[act.name]
}

/** A change in the words of the screen. Values that only say "nothing chosen" count as empty. */
export function shownChange(t: Translate, change: FieldChange): FieldChange {
  const { field } = change
  const value = (text: string) => (text === '' ? '' : valueWords(t, field, text))
  return { field: fieldWords(t, field), before: value(change.before), after: value(change.after) }
}

/** The changes that say something: a new customer's untouched choices are left out. */
export function tellingChanges(changes: readonly FieldChange[]): readonly FieldChange[] {
  const untouched: Readonly<Record<string, string>> = { kind: 'person', gender: 'not-stated' }
  return changes.filter(({ field, before, after }) => before !== '' || after !== untouched[field])
}

/** The change (already in the words of the screen) as one sentence, for those who hear it. */
export function changeWords(t: Translate, { field, before, after }: FieldChange): string {
  if (before === '') return t('contacts:timeline.set', { field, after })
  if (after === '') return t('contacts:timeline.cleared', { field, before })
  return t('contacts:timeline.changed', { field, before, after })
}

/** `name`, `phones`, `phones.label`, `phones.preferred` …; one of several is named in the singular. */
function fieldWords(t: Translate, name: string): string {
  const [head = '', part] = name.split('.')
  const field = fields.find(one => one === head)
  if (field !== undefined) return t(`contacts:field.${field}`)
  const list = Object.entries(lists).find(([plural]) => head === plural)
  if (list === undefined) return t('contacts:field.other')
  const what = t(`contacts:item.${list[1]}`)
  if (part === 'label') return t('contacts:timeline.labelOf', { what })
  return part === 'preferred' ? t('contacts:timeline.preferredOf', { what }) : what
}

function valueWords(t: Translate, field: string, text: string): string {
  switch (field) {
    case 'kind':
      return fromList(contactKinds, text, one => t(`contacts:kind.${one}`))
    case 'gender':
      return fromList(genders, text, one => t(`contacts:gender.${one}`))
    case 'birthday': {
      const birthday = parseBirthdayText(text)
      if (birthday === null) return text
      const { key, values } = birthdayMessage(birthday)
      return t(`contacts:${key}`, values)
    }
    case 'phones':
    case 'phones.preferred':
      return formatPhone(text)
    case 'handles.label':
      return fromList(handleServices, text, one => t(`contacts:service.${one}`))
    default:
      return field.endsWith('.label') ? fromList(phoneLabels, text, one => t(`contacts:label.${one}`)) : text
  }
}

function fromList<T extends string>(list: readonly T[], text: string, words: (one: T) => string): string {
  const known = list.find(one => one === text)
  return known === undefined ? text : words(known)
}
