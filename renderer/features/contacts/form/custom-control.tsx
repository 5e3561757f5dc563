import { useId } from 'react'
import type { CustomField } from '../../../../shared/features/fields/custom-field.ts'
import { parseSeveral, severalText } from '../../../../shared/features/fields/custom-value.ts'
import { useText } from '../../../kernel/i18n.ts'
import { Checkbox, Segmented } from '../../../ui/choice.tsx'
import { type ControlAttributes, Field } from '../../../ui/field.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { SelectInput, TextArea, TextInput } from '../../../ui/text-input.tsx'
import { DateInput } from './date-input.tsx'
import { FieldMarks } from './field-marks.tsx'

interface CustomControlProps {
  readonly field: CustomField
  /** The control's name in messages, `custom.<id>`. */
  readonly name: string
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (text: string) => void
}

/** The control that fits an own field's type, with its marks and message. */
export function CustomControl(props: CustomControlProps) {
  const { field, name, error } = props
  if (field.type === 'several' || field.type === 'yes-no') return <GroupControl {...props} />
  const hint = field.sensitive ? field.sensitiveReason : undefined
  return (
    <Field
      label={field.name}
      note={<FieldMarks field={field} />}
      required={field.required}
      {...{ name, error }}
      {...(hint === undefined ? {} : { hint })}
    >
      {control => <LineControl {...props} control={control} />}
    </Field>
  )
}

const longText = 80

function LineControl({ field, value, onChange, control }: CustomControlProps & { readonly control: ControlAttributes }) {
  switch (field.type) {
    case 'choice':
      return <ChoiceSelect {...{ field, value, onChange, control }} />
    case 'date':
      return <DateInput {...{ value, onChange, control }} label={field.name} />
    case 'number':
      return <TextInput {...control} inputMode="decimal" value={value} onChange={event => onChange(event.target.value)} />
    case 'phone':
      return <TextInput {...control} inputMode="tel" value={value} onChange={event => onChange(event.target.value)} />
    default:
      // a single line would drop the line ends of what was imported
      return value.includes('\n') || value.length > longText ? (
        <TextArea {...control} rows={3} value={value} onChange={event => onChange(event.target.value)} />
      ) : (
        <TextInput {...control} value={value} onChange={event => onChange(event.target.value)} />
      )
  }
}

type SelectProps = Pick<CustomControlProps, 'field' | 'value' | 'onChange'> & { readonly control: ControlAttributes }

function ChoiceSelect({ field, value, onChange, control }: SelectProps) {
  const { t } = useText()
  const offered = field.choices.filter(choice => !choice.hidden || choice.id === value)
  const isKnown = value === '' || offered.some(choice => choice.id === value)
  return (
    <SelectInput {...control} value={value} onChange={event => onChange(event.target.value)}>
      <option value="">{t('contacts:form.none')}</option>
      {offered.map(choice => (
        <option key={choice.id} value={choice.id}>
          {choice.name}
        </option>
      ))}
      {!isKnown && <option value={value}>{value}</option>}
    </SelectInput>
  )
}

/** Several controls under one name: a group with a legend in place of a label. */
function GroupControl({ field, name, value, error, onChange }: CustomControlProps) {
  const id = useId()
  const described = [field.sensitive && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset className="field custom-group" data-field={name} aria-describedby={described === '' ? undefined : described}>
      <legend className="field-label">
        {field.name}
        <span className="field-note">
          <FieldMarks field={field} />
        </span>
      </legend>
      {field.type === 'several' ? <SeveralBoxes {...{ field, value, onChange }} /> : <YesNo {...{ field, value, onChange }} />}
      {error !== undefined && (
        <p className="field-error" id={`${id}-error`}>
          <Icon name="octagon" size={14} />
          {error}
        </p>
      )}
      {field.sensitive && (
        <div className="field-hint" id={`${id}-hint`}>
          {field.sensitiveReason}
        </div>
      )}
    </fieldset>
  )
}

function SeveralBoxes({ field, value, onChange }: Omit<SelectProps, 'control'>) {
  const chosen = parseSeveral(value)
  const toggle = (id: string, on: boolean) => {
    const known = field.choices.map(choice => choice.id).filter(one => (one === id ? on : chosen.includes(one)))
    onChange(severalText([...known, ...chosen.filter(one => !field.choices.some(choice => choice.id === one))]))
  }
  return (
    <div className="custom-boxes">
      {field.choices
        .filter(choice => !choice.hidden || chosen.includes(choice.id))
        .map(choice => (
          <Checkbox
            key={choice.id}
            checked={chosen.includes(choice.id)}
            onChange={event => toggle(choice.id, event.target.checked)}
          >
            {choice.name}
          </Checkbox>
        ))}
    </div>
  )
}

function YesNo({ field, value, onChange }: Omit<SelectProps, 'control'>) {
  const { t } = useText()
  return (
    <Segmented
      label={field.name}
      value={value === 'yes' || value === 'no' ? value : ''}
      choices={[
        { value: '', label: t('contacts:custom.notSet') },
        { value: 'yes', label: t('fields:value.yes') },
        { value: 'no', label: t('fields:value.no') },
      ]}
      onChange={onChange}
    />
  )
}
