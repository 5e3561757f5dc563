import { useId } from 'react'
import { contactKinds, genders } from '../../../shared/features/contacts/contact.ts'
import { useText } from '../../kernel/i18n.ts'
import { Segmented } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { TextArea, TextInput } from '../../ui/text-input.tsx'
import { BirthdayControl } from './birthday-control.tsx'
import { addTag, editBirthday, removeTag } from './contact-form-edits.ts'
import { AddressList, EmailList, HandleList, PhoneList } from './contact-form-lists.tsx'
import { type ContactFormValues, type FieldError, holdsPersonalParts } from './contact-form-model.ts'
import { editForm, useContactFormStore } from './contact-form-store.ts'
import { problemWords } from './contact-form-words.ts'
import { TagInput } from './tag-input.tsx'

interface FieldsProps {
  readonly values: ContactFormValues
  readonly errors: readonly FieldError[]
}

/** Every field of a customer by section, in the order of the details. */
export function ContactFormFields({ values, errors }: FieldsProps) {
  const { t } = useText()
  return (
    <>
      <section className="form-section">
        <h3>{t('contacts:section.basic')}</h3>
        <BasicFields values={values} errors={errors} />
      </section>
      <section className="form-section">
        <h3>{t('contacts:section.contact')}</h3>
        <PhoneList values={values} errors={errors} />
        <EmailList values={values} errors={errors} />
        <HandleList values={values} errors={errors} />
        <AddressList values={values} errors={errors} />
      </section>
      <section className="form-section">
        <h3>{t('contacts:section.note')}</h3>
        <TextField name="note" long {...{ values, errors }} />
      </section>
    </>
  )
}

function BasicFields({ values, errors }: FieldsProps) {
  const { t } = useText()
  const isPersonal = useContactFormStore(
    ({ form }) => values.kind === 'person' || (form !== null && holdsPersonalParts(form.stored)),
  )
  const birthdayError = errors.find(error => error.field === 'birthday')
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
      <TextField name="alias" {...{ values, errors }} />
      {isPersonal && (
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
      )}
      <TagInput
        tags={values.tags}
        error={tagError && problemWords(t, tagError, values)}
        onAdd={name => editForm(form => addTag(form, name), 'tags')}
        onRemove={name => editForm(form => removeTag(form, name), 'tags')}
      />
    </>
  )
}

interface TextFieldProps extends FieldsProps {
  readonly name: 'name' | 'alias' | 'company' | 'jobTitle' | 'note'
  readonly long?: boolean
}

function TextField({ name, values, errors, long = false }: TextFieldProps) {
  const { t } = useText()
  const error = errors.find(one => one.field === name)
  const label = name === 'name' && values.kind === 'organisation' ? t('contacts:field.orgName') : t(`contacts:field.${name}`)
  const set = (value: string) => editForm(form => ({ ...form, [name]: value }), name)
  return (
    <Field
      {...{ label, name }}
      required={name === 'name'}
      note={name === 'name' ? t('common:required') : undefined}
      error={error && problemWords(t, error, values)}
    >
      {control =>
        long ? (
          <TextArea {...control} rows={5} value={values[name]} onChange={event => set(event.target.value)} />
        ) : (
          <TextInput {...control} value={values[name]} onChange={event => set(event.target.value)} />
        )
      }
    </Field>
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
