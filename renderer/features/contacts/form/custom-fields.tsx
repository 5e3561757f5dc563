import type { CustomField } from '../../../../shared/features/fields/custom-field.ts'
import { useText } from '../../../kernel/i18n.ts'
import { FailureNote } from '../../../ui/states.tsx'
import { loadFields, useFieldStore, useFields } from '../../fields/field-store.ts'
import { editCustom } from '../contact-form-edits.ts'
import { editForm } from '../contact-form-store.ts'
import { problemWords } from '../contact-form-words.ts'
import { CustomControl } from './custom-control.tsx'
import { customFieldName } from './custom-input.ts'
import type { FieldsProps } from './text-field.tsx'

/** The shop's own fields that are in use, each with the control of its type; nothing where there are none. */
export function CustomFields({ values, errors }: FieldsProps) {
  const { t } = useText()
  const fields = useFields()
  const state = useFieldStore(store => store.fields)
  const shown = fields.filter(field => !field.hidden)
  if (state.status !== 'failed' && shown.length === 0) return null
  return (
    <section className="form-section" data-form-section="custom">
      <h3>{t('contacts:section.custom')}</h3>
      {state.status === 'failed' && <FailureNote failure={state.failure} onRetry={() => void loadFields()} />}
      {shown.map(field => (
        <OwnField key={field.id} {...{ field, values, errors }} />
      ))}
    </section>
  )
}

function OwnField({ field, values, errors }: FieldsProps & { readonly field: CustomField }) {
  const { t } = useText()
  const name = customFieldName(field.id)
  const error = errors.find(one => one.field === name)
  return (
    <CustomControl
      {...{ field, name }}
      value={values.custom[field.id] ?? ''}
      error={error && problemWords(t, error, values)}
      onChange={text => editForm(form => editCustom(form, field.id, text), name)}
    />
  )
}
