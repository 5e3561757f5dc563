import { useText } from '../../../kernel/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { focusField } from '../../../ui/error-summary.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { type FieldFormValues, withChoice } from './field-form-model.ts'
import { moved } from './list-order.ts'
import { WordRow } from './word-row.tsx'

interface ChoiceRowsProps {
  readonly values: FieldFormValues
  readonly errors: ReadonlyMap<string, string>
  readonly onChange: (values: FieldFormValues) => void
}

/** The words of a choice in their order. */
export function ChoiceRows({ values, errors, onChange }: ChoiceRowsProps) {
  const { t } = useText()
  const { choices } = values
  const add = () => {
    const id = crypto.randomUUID()
    onChange({ ...values, choices: [...choices, { id, name: '', hidden: false }] })
    requestAnimationFrame(() => focusField(`choices.${id}`))
  }
  const remove = (index: number) => {
    onChange({ ...values, choices: choices.toSpliced(index, 1) })
    const next = choices[index + 1] ?? choices[index - 1]
    requestAnimationFrame(() => focusField(next === undefined ? 'choices' : `choices.${next.id}`))
  }
  const listError = errors.get('choices')
  return (
    <fieldset className="word-rows" data-field="choices">
      <legend className="field-label">{t('fields:form.choices')}</legend>
      <ol>
        {choices.map((choice, index) => {
          const name = choice.name.trim() === '' ? t('fields:form.choiceNo', { n: index + 1 }) : choice.name
          return (
            <WordRow
              key={choice.id}
              {...{ name, index, count: choices.length, isHidden: choice.hidden }}
              onMove={by => {
                onChange({ ...values, choices: [...moved(choices, index, by)] })
                return true
              }}
              onHide={hidden => onChange(withChoice(values, choice.id, { hidden }))}
              onRemove={() => remove(index)}
            >
              <ChoiceName
                {...{ id: choice.id, value: choice.name, label: t('fields:form.choiceNo', { n: index + 1 }) }}
                error={errors.get(`choices.${choice.id}`)}
                onChange={typed => onChange(withChoice(values, choice.id, { name: typed }))}
              />
            </WordRow>
          )
        })}
      </ol>
      {listError !== undefined && <FieldError id="choices-error" text={listError} />}
      <Button kind="quiet" size="small" icon="plus" className="add-word" onClick={add}>
        {t('fields:form.addChoice')}
      </Button>
    </fieldset>
  )
}

interface ChoiceNameProps {
  readonly id: string
  readonly value: string
  readonly label: string
  readonly error: string | undefined
  readonly onChange: (value: string) => void
}

function ChoiceName({ id, value, label, error, onChange }: ChoiceNameProps) {
  return (
    <div className="grow" data-field={`choices.${id}`}>
      <TextInput
        aria-label={label}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        maxLength={100}
        value={value}
        onChange={event => onChange(event.target.value)}
      />
      {error !== undefined && <FieldError id={`${id}-error`} text={error} />}
    </div>
  )
}

export function FieldError({ id, text }: { readonly id: string; readonly text: string }) {
  return (
    <p className="field-error" id={id}>
      <Icon name="octagon" size={14} />
      {text}
    </p>
  )
}
