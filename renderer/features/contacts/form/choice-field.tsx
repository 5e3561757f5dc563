import { useText } from '../../../kernel/i18n.ts'
import type { Choice } from '../../../ui/choice.tsx'
import { Field } from '../../../ui/field.tsx'
import { SelectInput } from '../../../ui/text-input.tsx'
import { editForm } from '../contact-form-store.ts'
import { problemWords } from '../contact-form-words.ts'
import type { FieldsProps } from './text-field.tsx'

interface ChoiceFieldProps extends FieldsProps {
  readonly name: 'language' | 'preferredChannel' | 'level' | 'stage' | 'source' | 'assigneeId'
  readonly label: string
  readonly value: string
  readonly choices: readonly Choice<string>[]
  /** What stands in the draft for a chosen value; the value itself without it. */
  readonly stored?: (value: string) => string | null
}

/** One of a list of words, with its label and message. */
export function ChoiceField({ name, label, value, choices, stored = chosen => chosen, values, errors }: ChoiceFieldProps) {
  const { t } = useText()
  const error = errors.find(one => one.field === name)
  return (
    <Field {...{ label, name }} error={error && problemWords(t, error, values)}>
      {control => (
        <SelectInput
          {...control}
          value={value}
          onChange={event => {
            const next = stored(event.target.value)
            editForm(form => ({ ...form, [name]: next }), name)
          }}
        >
          {choices.map(choice => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </SelectInput>
      )}
    </Field>
  )
}
