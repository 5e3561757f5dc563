import { useText } from '../../kernel/i18n.ts'
import { IconButton } from '../../ui/button.tsx'
import { Checkbox, Segmented } from '../../ui/choice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { SelectInput, TextInput } from '../../ui/text-input.tsx'
import { daysInMonth } from './birthday-format.ts'
import type { BirthdayInput } from './form/birthday-input.ts'

interface BirthdayControlProps {
  readonly value: BirthdayInput
  readonly error: string | undefined
  readonly onChange: (change: Partial<BirthdayInput>) => void
}

const months = Array.from({ length: 12 }, (_, index) => index + 1)

/** A date without a guess: calendar, optional year, month and day from lists; lunar months and days by their names. */
export function BirthdayControl({ value, error, onChange }: BirthdayControlProps) {
  const { t } = useText()
  const { calendar, year, month, day, leap } = value
  const isEmpty = year === '' && month === null && day === null
  const described = { 'aria-invalid': error !== undefined || undefined, 'aria-describedby': error && 'birthday-error' }
  return (
    <fieldset className="field birthday" data-field="birthday">
      <legend className="field-label">{t('contacts:field.birthday')}</legend>
      <div className="birthday-top">
        <Segmented
          small
          label={t('contacts:birthday.calendar')}
          value={calendar}
          choices={[
            { value: 'solar', label: t('contacts:birthday.calendarSolar') },
            { value: 'lunar', label: t('contacts:birthday.calendarLunar') },
          ]}
          onChange={next => onChange({ calendar: next })}
        />
        {calendar === 'lunar' && (
          <Checkbox checked={leap} onChange={event => onChange({ leap: event.target.checked })}>
            {t('contacts:birthday.leap')}
          </Checkbox>
        )}
        <span className="grow" />
        {!isEmpty && (
          <IconButton
            size="small"
            icon="x"
            label={t('contacts:birthday.clear')}
            onClick={() => onChange({ year: '', month: null, day: null, leap: false })}
          />
        )}
      </div>
      <div className="birthday-parts">
        <TextInput
          {...described}
          inputMode="numeric"
          maxLength={4}
          aria-label={t('contacts:birthday.year')}
          placeholder={t('contacts:birthday.year')}
          value={year}
          onChange={event => onChange({ year: event.target.value })}
        />
        <MonthSelect value={value} described={described} onChange={onChange} />
        <DaySelect value={value} described={described} onChange={onChange} />
      </div>
      {error !== undefined && (
        <p className="field-error" id="birthday-error">
          <Icon name="octagon" size={14} />
          {error}
        </p>
      )}
    </fieldset>
  )
}

interface PartProps extends Pick<BirthdayControlProps, 'value' | 'onChange'> {
  readonly described: { readonly 'aria-invalid': true | undefined; readonly 'aria-describedby': string | undefined }
}

function MonthSelect({ value, described, onChange }: PartProps) {
  const { t } = useText()
  const { calendar, month, leap } = value
  const words = (n: number) =>
    calendar === 'solar'
      ? t('contacts:birthday.solarMonth', { month: n })
      : t('contacts:birthday.lunarMonth', { month: n, leap: leap ? 'yes' : 'no' })
  return (
    <SelectInput
      {...described}
      aria-label={t('contacts:birthday.month')}
      value={month ?? ''}
      onChange={event => onChange({ month: numberOrNull(event.target.value) })}
    >
      <option value="">{t('contacts:birthday.month')}</option>
      {months.map(n => (
        <option key={n} value={n}>
          {words(n)}
        </option>
      ))}
    </SelectInput>
  )
}

function DaySelect({ value, described, onChange }: PartProps) {
  const { t } = useText()
  const { calendar, year, month, day } = value
  const known = /^\d{1,4}$/.test(year) ? Number(year) : null
  const count = Math.max(daysInMonth(calendar, known, month), day ?? 0)
  const words = (n: number) =>
    calendar === 'solar' ? t('contacts:birthday.solarDay', { day: n }) : t('contacts:birthday.lunarDay', { day: n })
  return (
    <SelectInput
      {...described}
      aria-label={t('contacts:birthday.day')}
      value={day ?? ''}
      onChange={event => onChange({ day: numberOrNull(event.target.value) })}
    >
      <option value="">{t('contacts:birthday.day')}</option>
      {Array.from({ length: count }, (_, index) => index + 1).map(n => (
        <option key={n} value={n}>
          {words(n)}
        </option>
      ))}
    </SelectInput>
  )
}

function numberOrNull(text: string): number | null {
  return text === '' ? null : Number(text)
}
