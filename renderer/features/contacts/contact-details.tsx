import type { Contact } from '../../../shared/features/contacts/contact.ts'
import { useFormat } from '../../kernel/format.ts'
import { useText } from '../../kernel/i18n.ts'
import { birthdayMessage } from './birthday-format.ts'
import { type PersonalField, shownPersonalFields } from './contact-facts.ts'
import { ValueText } from './contact-values.tsx'
import type { FormSection } from './form/form-sections.ts'
import { CustomSection } from './page/custom-section.tsx'
import { DetailSection, TextFact } from './page/detail-section.tsx'
import { Fact, FactItem, FactList, Facts } from './page/fact.tsx'
import { MembershipSection } from './page/membership-section.tsx'
import { ReachSection } from './page/reach-section.tsx'

interface ContactDetailsProps {
  readonly contact: Contact
  /** Null where the customer cannot be edited. */
  readonly onEdit: ((section: FormSection) => void) | null
}

/** Everything that is stored about a customer, by section; what is not filled in says so, and what is says where it is from. */
export function ContactDetails({ contact, onEdit }: ContactDetailsProps) {
  const { t } = useText()
  const format = useFormat()
  return (
    <Facts contact={contact}>
      <BasicSection {...{ contact, onEdit }} />
      <ReachSection {...{ contact, onEdit }} />
      <PreferenceSection {...{ contact, onEdit }} />
      <MembershipSection {...{ contact, onEdit }} />
      <CustomSection {...{ contact, onEdit }} />
      <DetailSection name="note" onEdit={onEdit}>
        <Fact field="note" label={t('contacts:field.note')}>
          <span className="contact-note">
            <ValueText text={contact.note} />
          </span>
        </Fact>
      </DetailSection>
      <DetailSection name="record" onEdit={null}>
        <Fact field="" label={t('contacts:field.createdAt')}>
          {format.dateTime(contact.createdAt)}
        </Fact>
        <Fact field="" label={t('contacts:field.changedAt')}>
          {format.dateTime(contact.changedAt)}
        </Fact>
      </DetailSection>
    </Facts>
  )
}

function BasicSection({ contact, onEdit }: ContactDetailsProps) {
  const { t } = useText()
  const isPerson = contact.kind === 'person'
  return (
    <DetailSection name="basic" onEdit={onEdit}>
      <Fact field="name" label={isPerson ? t('contacts:field.name') : t('contacts:field.orgName')}>
        {contact.name}
      </Fact>
      <Fact field="kind" label={t('contacts:field.kind')}>
        {t(`contacts:kind.${contact.kind}`)}
      </Fact>
      <TextFact field="alias" text={contact.alias} />
      <PersonalFacts contact={contact} />
      {contact.tags.length > 0 && (
        <FactList label={t('contacts:field.tags')} inline>
          {contact.tags.map(tag => (
            <FactItem key={tag} field={`tags.${tag}`} name={t('contacts:item.tag')} words={<span>{tag}</span>} />
          ))}
        </FactList>
      )}
    </DetailSection>
  )
}

/** What only people have. */
function PersonalFacts({ contact }: { readonly contact: Contact }) {
  const { t } = useText()
  const { surnameReading, salutation, company, jobTitle, gender } = contact
  const birthday = contact.birthday === null ? null : birthdayMessage(contact.birthday)
  const words: Readonly<Record<PersonalField, string>> = {
    surnameReading,
    salutation,
    company,
    jobTitle,
    gender: gender === 'not-stated' ? '' : t(`contacts:gender.${gender}`),
    birthday: birthday === null ? '' : t(`contacts:${birthday.key}`, birthday.values),
  }
  return shownPersonalFields(contact).map(field => <TextFact key={field} field={field} text={words[field]} />)
}

function PreferenceSection({ contact, onEdit }: ContactDetailsProps) {
  const { t } = useText()
  const { language, preferredChannel } = contact
  return (
    <DetailSection name="preferences" onEdit={onEdit}>
      <TextFact field="language" text={language === 'not-stated' ? '' : t(`contacts:language.${language}`)} />
      <TextFact
        field="preferredChannel"
        text={preferredChannel === 'not-stated' ? '' : t(`contacts:channel.${preferredChannel}`)}
      />
      <TextFact field="preference" text={contact.preference} />
      <TextFact field="pinnedNote" text={contact.pinnedNote} />
    </DetailSection>
  )
}
