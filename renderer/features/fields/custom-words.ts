import type { CustomField } from '../../../shared/features/fields/custom-field.ts'
import { parseSeveral } from '../../../shared/features/fields/custom-value.ts'
import type { Translate } from '../../kernel/i18n.ts'

/** What a customer holds in an own field as a person reads it; what is masked, or of no known choice, stays as it came. */
export function customWords(t: Translate, field: Pick<CustomField, 'type' | 'choices'>, value: string): string {
  switch (field.type) {
    case 'choice':
      return choiceName(field, value)
    case 'several': {
      const ids = parseSeveral(value)
      return ids.length === 0 ? value : ids.map(id => choiceName(field, id)).join(t('fields:value.join'))
    }
    case 'yes-no':
      if (value === 'yes') return t('fields:value.yes')
      return value === 'no' ? t('fields:value.no') : value
    case 'text':
    case 'number':
    case 'date':
    case 'phone':
      return value
  }
}

function choiceName({ choices }: Pick<CustomField, 'choices'>, id: string): string {
  return choices.find(choice => choice.id === id)?.name ?? id
}
