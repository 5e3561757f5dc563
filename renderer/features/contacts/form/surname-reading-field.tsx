import { useText } from '../../../kernel/i18n.ts'
import { focusField } from '../../../ui/error-summary.tsx'
import { editForm } from '../contact-form-store.ts'
import { surnameReadings } from './surname-readings.ts'
import { type FieldsProps, TextField } from './text-field.tsx'

/** How the surname is read. A name with a surname of several readings brings them to choose from. */
export function SurnameReadingField({ values, errors }: FieldsProps) {
  const { t } = useText()
  const offered = surnameReadings(values.name).filter(reading => reading !== values.surnameReading.trim().toLowerCase())
  const choose = (reading: string) => {
    editForm(form => ({ ...form, surnameReading: reading }), 'surnameReading')
    focusField('surnameReading')
  }
  return (
    <div className="surname-reading">
      <TextField name="surnameReading" hint={t('contacts:hint.surnameReading')} {...{ values, errors }} />
      {offered.length > 0 && (
        <span className="reading-offers">
          {offered.map(reading => (
            <button key={reading} type="button" className="link" onClick={() => choose(reading)}>
              {t('contacts:form.useReading', { reading })}
            </button>
          ))}
        </span>
      )}
    </div>
  )
}
