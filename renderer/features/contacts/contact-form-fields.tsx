import { type ReactNode, useId } from 'react'
import { contactKinds, genders } from '../../../shared/features/contacts/contact.ts'
import { useText } from '../../kernel/i18n.ts'
import { Segmented } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { BirthdayControl } from './birthday-control.tsx'
import { addTag, editBirthday, removeTag } from './contact-form-edits.ts'
import { AddressList, EmailList, HandleList, PhoneList } from './contact-form-lists.tsx'
import { holdsPersonalParts } from './contact-form-model.ts'
import { editForm, useContactFormStore } from './contact-form-store.ts'
import { problemWords } from './contact-form-words.ts'
import { CustomFields } from './form/custom-fields.tsx'
import type { FormSection } from './form/form-sections.ts'
import { MembershipFields } from './form/membership-fields.tsx'
import { PreferenceFields } from './form/preference-fields.tsx'
import { SurnameReadingField } from './form/surname-reading-field.tsx'
import { type FieldsProps, TextField } from './form/text-field.tsx'
import { TagInput } from './tag-input.tsx'

/** Every field of a customer by section, in the order of the details. */
export function ContactFormFields({ values, errors }: FieldsProps) {
  return (
    <>
      <Section name="basic">
        <BasicFields values={values} errors={errors} />
      </Section>
      <Section name="contact">
        <PhoneList values={values} errors={errors} />
        <EmailList values={values} errors={errors} />
        <HandleList values={values} errors={errors} />
        <AddressList values={values} errors={errors} />
      </Section>
      <Section name="preferences">
        <PreferenceFields values={values} errors={errors} />
      </Section>
      <Section name="membership">
        <MembershipFields values={values} errors={errors} />
      </Section>
      <CustomFields values={values} errors={errors} />
      <Section name="note">
        <TextField name="note" rows={5} {...{ values, errors }} />
      </Section>
    </>
  )
}

function Section({ name, children }: { readonly name: FormSection; readonly children: ReactNode }) {
  const { t } = useText()
  return (
    <section className="form-section" data-form-section={name}>
      <h3>{t(`contacts:section.${name}`)}</h3>
      {children}
    </section>
  )
}

function BasicFields({ values, errors }: FieldsProps) {
  const { t } = useText()
  const isPersonal = useContactFormStore(
    ({ form }) => values.kind === 'person' || (form !== null && holdsPersonalParts(form.stored)),
  )
  const tagError = errors.find(error => error.field === 'tags')
  return (
    <>
      <Segmented
        label={t('contacts:field.kind')}
        value={values.kind}
        choices={contactKinds.map(kind => ({ value: kind, label: t(`contacts:kind.${kind}`) }))}
        onChange={kind => editForm(form => ({ ...form, kind }))}
      />
      <TextField name="name" {...{ values, errors }} />
      {isPersonal && <SurnameReadingField {...{ values, errors }} />}
      <TextField name="alias" {...{ values, errors }} />
      {isPersonal && <PersonalFields {...{ values, errors }} />}
      <TagInput
        tags={values.tags}
        error={tagError && problemWords(t, tagError, values)}
        onAdd={name => editForm(form => addTag(form, name), 'tags')}
        onRemove={name => editForm(form => removeTag(form, name), 'tags')}
      />
    </>
  )
}

/** What only people have. */
function PersonalFields({ values, errors }: FieldsProps) {
  const { t } = useText()
  const birthdayError = errors.find(error => error.field === 'birthday')
  return (
    <>
      <div className="form-pair">
        <SalutationField values={values} errors={errors} />
        <div className="field">
          <span className="field-label">{t('contacts:field.gender')}</span>
          <Segmented
            label={t('contacts:field.gender')}
            value={values.gender}
            choices={genders.map(gender => ({ value: gender, label: t(`contacts:gender.${gender}`) }))}
            onChange={gender => editForm(form => ({ ...form, gender }))}
          />
        </div>
      </div>
      <div className="form-pair">
        <TextField name="company" {...{ values, errors }} />
        <TextField name="jobTitle" {...{ values, errors }} />
      </div>
      <BirthdayControl
        value={values.birthday}
        error={birthdayError && problemWords(t, birthdayError, values)}
        onChange={change => editForm(form => editBirthday(form, change), 'birthday')}
      />
    </>
  )
}

const salutations = ['ms', 'mr', 'teacher', 'boss'] as const

function SalutationField({ values, errors }: FieldsProps) {
  const { t } = useText()
  const listId = useId()
  const error = errors.find(one => one.field === 'salutation')
  return (
    <Field label={t('contacts:field.salutation')} name="salutation" error={error && problemWords(t, error, values)}>
      {control => (
        <>
          <TextInput
            {...control}
            list={listId}
            value={values.salutation}
            onChange={event => editForm(form => ({ ...form, salutation: event.target.value }), 'salutation')}
          />
          <datalist id={listId}>
            {salutations.map(one => (
              <option key={one} value={t(`contacts:salutation.${one}`)} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  )
}
