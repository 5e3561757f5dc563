import type { CustomField } from '../../../../shared/features/fields/custom-field.ts'
import type { OptionList } from '../../../../shared/features/fields/field-option.ts'
import type { Translate } from '../../../kernel/i18n.ts'
import { customWords } from '../../fields/custom-words.ts'
import { birthdayMessage } from '../birthday-format.ts'
import { addressLine } from '../contact-facts.ts'
import { type ContactFormValues, isBlankRow, type PlainField } from '../contact-form-model.ts'
import { birthdayOf } from './birthday-input.ts'

interface TypedWords {
  readonly t: Translate
  readonly fields: readonly CustomField[]
  readonly option: (list: OptionList, key: string) => string
  readonly assigneeName: string
}

const asTyped = ['name', 'alias', 'surnameReading', 'salutation', 'company', 'jobTitle'] as const satisfies readonly PlainField[]
const lists = ['level', 'stage', 'source'] as const

/** Everything that stands in the form, a line each, to keep it elsewhere when it cannot be saved here. */
export function typedText(values: ContactFormValues, words: TypedWords): string {
  const { t } = words
  const lines: [string, string][] = asTyped.map(field => [t(`contacts:field.${field}`), values[field]])
  if (values.gender !== 'not-stated') lines.push([t('contacts:field.gender'), t(`contacts:gender.${values.gender}`)])
  lines.push([t('contacts:field.birthday'), birthdayText(t, values)], [t('contacts:field.tags'), values.tags.join(', ')])
  lines.push(...itemLines(t, values))
  if (values.language !== 'not-stated') lines.push([t('contacts:field.language'), t(`contacts:language.${values.language}`)])
  if (values.preferredChannel !== 'not-stated')
    lines.push([t('contacts:field.preferredChannel'), t(`contacts:channel.${values.preferredChannel}`)])
  lines.push([t('contacts:field.preference'), values.preference], [t('contacts:field.pinnedNote'), values.pinnedNote])
  for (const list of lists) lines.push([t(`contacts:field.${list}`), values[list] && words.option(list, values[list])])
  lines.push([t('contacts:field.memberNo'), values.memberNo])
  if (values.assigneeId !== null) lines.push([t('contacts:field.assigneeId'), words.assigneeName])
  for (const field of words.fields) lines.push([field.name, customWords(t, field, values.custom[field.id] ?? '')])
  lines.push([t('contacts:field.note'), values.note])
  return lines
    .filter(([, text]) => text.trim() !== '')
    .map(([label, text]) => t('contacts:form.typedLine', { label, text }))
    .join('\n')
}

function birthdayText(t: Translate, { birthday }: ContactFormValues): string {
  const whole = birthdayOf(birthday)
  if (whole === null) return [birthday.year, birthday.month, birthday.day].filter(part => part !== null && part !== '').join(' ')
  const { key, values } = birthdayMessage(whole)
  return t(`contacts:${key}`, values)
}

function itemLines(t: Translate, values: ContactFormValues): [string, string][] {
  const { phones, emails, handles, addresses } = values
  return [
    ...phones.map((item): [string, string] => [t('contacts:item.phone'), item.value]),
    ...emails.map((item): [string, string] => [t('contacts:item.email'), item.value]),
    ...handles.map((item): [string, string] => [t(`contacts:service.${item.service}`), item.value]),
    ...addresses
      .filter(item => !isBlankRow('addresses', item))
      .map((item): [string, string] => [t('contacts:item.address'), addressLine(item)]),
  ]
}
