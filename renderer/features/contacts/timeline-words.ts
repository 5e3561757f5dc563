import type { ActSummary } from '../../../shared/features/acts/act.ts'
import type { HistoryEntry } from '../../../shared/features/contacts/contact-contract.ts'
import type { Translate } from '../../kernel/i18n.ts'
import type { IconName } from '../../ui/icon-paths.ts'

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
}

export function actIcon(act: ActSummary): IconName {
  if (act.kind === 'undo') return 'undo'
  return act.kind === 'redo' ? 'redo' : icons[act.name]
}

/** The field's name on screen; one of several (`phones.…`) is named in the singular. */
export function fieldWords(t: Translate, name: string): string {
  const [head = ''] = name.split('.')
  const field = fields.find(one => one === head)
  if (field !== undefined) return t(`contacts:field.${field}`)
  const list = Object.entries(lists).find(([plural, singular]) => head === plural || head === singular)
  return list === undefined ? t('contacts:field.other') : t(`contacts:item.${list[1]}`)
}

/** The change as one sentence, for those who hear it. */
export function changeWords(t: Translate, change: FieldChange): string {
  const field = fieldWords(t, change.field)
  const { before, after } = change
  if (before === '') return t('contacts:timeline.set', { field, after })
  if (after === '') return t('contacts:timeline.cleared', { field, before })
  return t('contacts:timeline.changed', { field, before, after })
}
