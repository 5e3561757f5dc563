import type { CustomField } from '../../../../shared/features/fields/custom-field.ts'
import { useText } from '../../../kernel/i18n.ts'
import { Icon } from '../../../ui/icon.tsx'

/** Behind an own field's name: required, and how careful to be with what it holds, in sign and word. */
export function FieldMarks({ field }: { readonly field: Pick<CustomField, 'required' | 'personal' | 'sensitive'> }) {
  const { t } = useText()
  return (
    <span className="field-marks">
      {field.required && <span>{t('common:required')}</span>}
      {field.sensitive && (
        <span className="field-mark field-mark-sensitive">
          <Icon name="shield" size={12} />
          {t('contacts:custom.sensitive')}
        </span>
      )}
      {field.personal && !field.sensitive && (
        <span className="field-mark">
          <Icon name="user" size={12} />
          {t('contacts:custom.personal')}
        </span>
      )}
    </span>
  )
}
