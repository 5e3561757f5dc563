import type { ReactNode } from 'react'
import type { Contact } from '../../../shared/features/contacts/contact.ts'
import { useFormat } from '../../kernel/format.ts'
import { useText } from '../../kernel/i18n.ts'
import { IconButton } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { birthdayMessage } from './birthday-format.ts'
import { copyContactText, copyPhone } from './contact-copy.ts'
import { addressLine, hasPersonalParts } from './contact-facts.ts'
import { TagList, ValueText } from './contact-values.tsx'

/** Everything that is stored about a customer, by section; what is not filled in says so. */
export function ContactDetails({ contact }: { readonly contact: Contact }) {
  const { t } = useText()
  const format = useFormat()
  return (
    <div className="contact-details">
      <BasicSection contact={contact} />
      <ReachSection contact={contact} />
      <Section title={t('contacts:section.note')}>
        <p className="contact-note">
          <ValueText text={contact.note} />
        </p>
      </Section>
      <Section title={t('contacts:section.record')}>
        <dl className="facts">
          <Fact label={t('contacts:field.createdAt')}>{format.dateTime(contact.createdAt)}</Fact>
          <Fact label={t('contacts:field.changedAt')}>{format.dateTime(contact.changedAt)}</Fact>
        </dl>
      </Section>
    </div>
  )
}

function BasicSection({ contact }: { readonly contact: Contact }) {
  const { t } = useText()
  const isPerson = contact.kind === 'person'
  const birthday = contact.birthday === null ? null : birthdayMessage(contact.birthday)
  return (
    <Section title={t('contacts:section.basic')}>
      <dl className="facts">
        <Fact label={isPerson ? t('contacts:field.name') : t('contacts:field.orgName')}>
          <ValueText text={contact.name} />
        </Fact>
        <Fact label={t('contacts:field.kind')}>{t(`contacts:kind.${contact.kind}`)}</Fact>
        <TextFact label={t('contacts:field.alias')} text={contact.alias} />
        {hasPersonalParts(contact) && (
          <>
            <TextFact label={t('contacts:field.salutation')} text={contact.salutation} />
            <Fact label={t('contacts:field.gender')}>{t(`contacts:gender.${contact.gender}`)}</Fact>
            <TextFact
              label={t('contacts:field.birthday')}
              text={birthday === null ? '' : t(`contacts:${birthday.key}`, birthday.values)}
            />
            <TextFact label={t('contacts:field.company')} text={contact.company} />
            <TextFact label={t('contacts:field.jobTitle')} text={contact.jobTitle} />
          </>
        )}
        <Fact label={t('contacts:field.tags')}>
          {contact.tags.length === 0 ? <ValueText text="" /> : <TagList tags={contact.tags} limit={contact.tags.length} />}
        </Fact>
      </dl>
    </Section>
  )
}

function ReachSection({ contact }: { readonly contact: Contact }) {
  const { t } = useText()
  const format = useFormat()
  return (
    <Section title={t('contacts:section.contact')}>
      <dl className="facts">
        <Fact label={t('contacts:field.phones')}>
          <ItemList
            items={contact.phones.map(phone => ({
              text: format.phone(phone.value),
              label: t(`contacts:label.${phone.label}`),
              preferred: phone.preferred,
              copy: () => void copyPhone(phone.value),
            }))}
          />
        </Fact>
        <Fact label={t('contacts:field.emails')}>
          <ItemList
            items={contact.emails.map(email => ({
              text: email.value,
              label: t(`contacts:label.${email.label}`),
              preferred: email.preferred,
            }))}
          />
        </Fact>
        <Fact label={t('contacts:field.handles')}>
          <ItemList
            items={contact.handles.map(handle => ({
              text: handle.value,
              label: t(`contacts:service.${handle.service}`),
              preferred: handle.preferred,
            }))}
          />
        </Fact>
        <Fact label={t('contacts:field.addresses')}>
          <ItemList
            items={contact.addresses.map(address => ({
              text: addressLine(address),
              label: t(`contacts:label.${address.label}`),
              preferred: address.preferred,
            }))}
          />
        </Fact>
      </dl>
    </Section>
  )
}

interface ItemLine {
  readonly text: string
  readonly label: string
  readonly preferred: boolean
  readonly copy?: () => void
}

function ItemList({ items }: { readonly items: readonly ItemLine[] }) {
  const { t } = useText()
  if (items.length === 0) return <ValueText text="" />
  return (
    <ul className="fact-items">
      {items.map((item, index) => (
        <li key={index} className="fact-item">
          <span className="fact-item-text num">{item.text}</span>
          <span className="meta nowrap">{item.label}</span>
          {item.preferred && items.length > 1 && <Chip tone="neutral">{t('contacts:item.preferred')}</Chip>}
          <IconButton
            size="small"
            icon="copy"
            className="fact-copy"
            label={t('contacts:page.copyThis', { text: item.text })}
            onClick={item.copy ?? (() => void copyContactText(item.text))}
          />
        </li>
      ))}
    </ul>
  )
}

function TextFact({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <Fact label={label}>
      <ValueText text={text} />
    </Fact>
  )
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="contact-section">
      <h2>{title}</h2>
      {children}
    </section>
  )
}
