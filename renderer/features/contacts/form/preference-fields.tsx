import { contactChannels, contactLanguages } from '../../../../shared/features/contacts/contact.ts'
import { useText } from '../../../kernel/i18n.ts'
import { ChoiceField } from './choice-field.tsx'
import { type FieldsProps, TextField } from './text-field.tsx'

/** How a customer would rather be spoken to, and what to know before calling. */
export function PreferenceFields({ values, errors }: FieldsProps) {
  const { t } = useText()
  return (
    <>
      <div className="form-pair">
        <ChoiceField
          name="language"
          label={t('contacts:field.language')}
          value={values.language}
          choices={contactLanguages.map(one => ({ value: one, label: t(`contacts:language.${one}`) }))}
          {...{ values, errors }}
        />
        <ChoiceField
          name="preferredChannel"
          label={t('contacts:field.preferredChannel')}
          value={values.preferredChannel}
          choices={contactChannels.map(one => ({ value: one, label: t(`contacts:channel.${one}`) }))}
          {...{ values, errors }}
        />
      </div>
      <TextField name="preference" rows={2} hint={t('contacts:hint.preference')} {...{ values, errors }} />
      <TextField name="pinnedNote" rows={2} hint={t('contacts:hint.pinnedNote')} {...{ values, errors }} />
    </>
  )
}
