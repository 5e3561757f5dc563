import type { Translate } from '../../kernel/i18n.ts'
import { shownValue } from '../../kernel/loadable.ts'
import type { FieldError as SummaryLine } from '../../ui/error-summary.tsx'
import { useFieldStore } from '../fields/field-store.ts'
import { type ContactFormValues, type ContactListName, type FieldError, isListName, plainFields } from './contact-form-model.ts'

const itemKeys = { phones: 'phone', emails: 'email', addresses: 'address', handles: 'handle' } as const

/** "Phone 2": what a row of a list is called, on screen and aloud. */
export function rowWords(t: Translate, list: ContactListName, index: number): string {
  return t('contacts:item.row', { what: t(`contacts:item.${itemKeys[list]}`), n: index + 1 })
}

/** "phone": what one of the list is called inside a sentence. */
export function itemWords(t: Translate, list: ContactListName): string {
  return t(`contacts:item.${itemKeys[list]}`)
}

/** The message beside a field. */
export function problemWords(t: Translate, error: FieldError, values: ContactFormValues): string {
  const { limit } = error
  const what = labelOf(t, error.field, values)
  switch (error.problem) {
    case 'required':
      return error.field === 'name' ? t('contacts:problem.nameRequired') : t('contacts:problem.required', { what })
    case 'too-long':
      return t('contacts:problem.tooLong', { what, limit })
    case 'too-many':
      return t('contacts:problem.tooMany', { what, limit })
    case 'no-such-day':
      return t('contacts:problem.noSuchDay')
    case 'birthday-incomplete':
      return t('contacts:problem.birthdayIncomplete')
    case 'birthday-year':
      return t('contacts:problem.birthdayYear')
    case 'not-a-number':
      return t('contacts:problem.notANumber')
    case 'not-a-date':
      return t('contacts:problem.notADate')
    case 'not-accepted':
      return t('contacts:problem.notAccepted', { what })
  }
}

/** The lines of the summary above the form, each leading to its field. */
export function summaryLines(t: Translate, errors: readonly FieldError[], values: ContactFormValues): readonly SummaryLine[] {
  return errors.map(error => ({
    name: error.field,
    label: labelOf(t, error.field, values),
    text: problemWords(t, error, values),
  }))
}

function labelOf(t: Translate, field: string, values: ContactFormValues): string {
  const [head = '', key] = field.split('.')
  if (head === 'name') return values.kind === 'person' ? t('contacts:field.name') : t('contacts:field.orgName')
  if (isListName(head)) {
    const index = values[head].findIndex(row => row.key === key)
    return index < 0 ? t(`contacts:field.${head}`) : rowWords(t, head, index)
  }
  if (head === 'custom') return ownFieldName(key) ?? t('contacts:section.custom')
  if (head === 'birthday') return t('contacts:field.birthday')
  const plain = plainFields.find(one => one === head)
  return plain === undefined ? t('contacts:field.other') : t(`contacts:field.${plain}`)
}

/** The name the shop gave an own field; null while it is not known. */
function ownFieldName(id: string | undefined): string | null {
  return shownValue(useFieldStore.getState().fields)?.find(field => field.id === id)?.name ?? null
}
