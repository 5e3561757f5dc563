import type { Contact } from '../../../../shared/features/contacts/contact.ts'
import { useText } from '../../../kernel/i18n.ts'
import { FailureNote } from '../../../ui/states.tsx'
import { customWords } from '../../fields/custom-words.ts'
import { loadFields, useFieldStore, useFields } from '../../fields/field-store.ts'
import { ValueText } from '../contact-values.tsx'
import { FieldMarks } from '../form/field-marks.tsx'
import type { FormSection } from '../form/form-sections.ts'
import { DetailSection } from './detail-section.tsx'
import { Fact } from './fact.tsx'
import { MaskedText } from './masked-text.tsx'

interface CustomSectionProps {
  readonly contact: Contact
  readonly onEdit: ((section: FormSection) => void) | null
}

/** The shop's own fields in their order; nothing where there are none. */
export function CustomSection({ contact, onEdit }: CustomSectionProps) {
  const { t } = useText()
  const fields = useFields().filter(field => !field.hidden)
  const state = useFieldStore(store => store.fields)
  if (fields.length === 0 && state.status !== 'failed') return null
  return (
    <DetailSection name="custom" onEdit={onEdit}>
      {state.status === 'failed' && <FailureNote failure={state.failure} onRetry={() => void loadFields()} />}
      {fields.map(field => {
        const value = contact.custom.find(one => one.fieldId === field.id)?.value ?? ''
        const text = value === '' ? '' : customWords(t, field, value)
        return (
          <Fact
            key={field.id}
            field={`custom:${field.id}`}
            label={
              <>
                {field.name}
                <FieldMarks field={{ ...field, required: false }} />
              </>
            }
          >
            {text === '' ? <ValueText text="" /> : <MaskedText kind="text" className="fact-text" text={text} />}
          </Fact>
        )
      })}
    </DetailSection>
  )
}
