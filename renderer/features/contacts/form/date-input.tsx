import { useRef } from 'react'
import { useText } from '../../../kernel/i18n.ts'
import { IconButton } from '../../../ui/button.tsx'
import type { ControlAttributes } from '../../../ui/field.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { storedText } from './custom-input.ts'

interface DateInputProps {
  readonly label: string
  readonly value: string
  readonly control: ControlAttributes
  readonly onChange: (text: string) => void
}

/** A date as text, so that a half-typed one stays; the button opens the system's calendar. Tidied when it is left. */
export function DateInput({ label, value, control, onChange }: DateInputProps) {
  const { t } = useText()
  const calendar = useRef<HTMLInputElement>(null)
  const stored = storedText('date', value)
  return (
    <span className="date-input">
      <TextInput
        {...control}
        inputMode="numeric"
        placeholder={t('contacts:custom.datePattern')}
        value={value}
        onChange={event => onChange(event.target.value)}
        onBlur={() => stored !== null && stored !== value && onChange(stored)}
        after={
          <IconButton
            size="small"
            icon="calendar"
            label={t('contacts:custom.calendar', { name: label })}
            onClick={() => calendar.current?.showPicker()}
          />
        }
      />
      <input
        ref={calendar}
        type="date"
        className="date-input-system"
        tabIndex={-1}
        aria-hidden="true"
        value={stored ?? ''}
        onChange={event => event.target.value !== '' && onChange(event.target.value)}
      />
    </span>
  )
}
