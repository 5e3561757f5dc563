import type { ReactNode } from 'react'
import { useText } from '../../../kernel/i18n.ts'
import { Field } from '../../../ui/field.tsx'
import { TextArea, TextInput } from '../../../ui/text-input.tsx'
import type { ContactFormValues, FieldError } from '../contact-form-model.ts'
import { editForm } from '../contact-form-store.ts'
import { problemWords } from '../contact-form-words.ts'

export interface FieldsProps {
  readonly values: ContactFormValues
  readonly errors: readonly FieldError[]
}

type TextName = 'name' | 'alias' | 'surnameReading' | 'company' | 'jobTitle' | 'preference' | 'pinnedNote' | 'memberNo' | 'note'

interface TextFieldProps extends FieldsProps {
  readonly name: TextName
  /** Lines shown of a text of several lines; one line without it. */
  readonly rows?: number
  readonly hint?: ReactNode
}

/** A text of the customer with its label and message. */
export function TextField({ name, values, errors, rows, hint }: TextFieldProps) {
  const { t } = useText()
  const error = errors.find(one => one.field === name)
  const label = name === 'name' && values.kind === 'organisation' ? t('contacts:field.orgName') : t(`contacts:field.${name}`)
  const set = (value: string) => editForm(form => ({ ...form, [name]: value }), name)
  return (
    <Field
      {...{ label, name }}
      {...(hint === undefined ? {} : { hint })}
      required={name === 'name'}
      note={name === 'name' ? t('common:required') : undefined}
      error={error && problemWords(t, error, values)}
    >
      {control =>
        rows === undefined ? (
          <TextInput {...control} value={values[name]} onChange={event => set(event.target.value)} />
        ) : (
          <TextArea {...control} rows={rows} value={values[name]} onChange={event => set(event.target.value)} />
        )
      }
    </Field>
  )
}
