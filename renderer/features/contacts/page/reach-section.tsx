import type { ReactNode } from 'react'
import type { Contact } from '../../../../shared/features/contacts/contact.ts'
import { useFormat } from '../../../kernel/format.ts'
import { useText } from '../../../kernel/i18n.ts'
import { IconButton } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { copyContactText, copyPhone } from '../contact-copy.ts'
import { addressLine } from '../contact-facts.ts'
import type { ContactListName } from '../contact-form-model.ts'
import { ValueText } from '../contact-values.tsx'
import type { FormSection } from '../form/form-sections.ts'
import { DetailSection } from './detail-section.tsx'
import { Fact, FactItem, FactList } from './fact.tsx'
import { MaskedText } from './masked-text.tsx'
import type { MaskKind } from './masked-value.ts'

interface ReachSectionProps {
  readonly contact: Contact
  readonly onEdit: ((section: FormSection) => void) | null
}

/** Phones, e-mails, accounts and addresses with their labels; each can be copied as it is shown. */
export function ReachSection({ contact, onEdit }: ReachSectionProps) {
  const { t } = useText()
  const format = useFormat()
  return (
    <DetailSection name="contact" onEdit={onEdit}>
      <Items
        list="phones"
        mask="phone"
        items={contact.phones.map(({ id, value, label, preferred }) => ({
          id,
          text: format.phone(value),
          label: t(`contacts:label.${label}`),
          preferred,
          copy: () => void copyPhone(value),
        }))}
      />
      <Items
        list="emails"
        mask="email"
        items={contact.emails.map(({ id, value, label, preferred }) => ({
          id,
          text: value,
          label: t(`contacts:label.${label}`),
          preferred,
        }))}
      />
      <Items
        list="handles"
        mask="text"
        items={contact.handles.map(({ id, value, service, preferred }) => ({
          id,
          text: value,
          label: t(`contacts:service.${service}`),
          preferred,
        }))}
      />
      <Items
        list="addresses"
        mask="text"
        items={contact.addresses.map(address => ({
          id: address.id,
          text: addressLine(address),
          label: t(`contacts:label.${address.label}`),
          preferred: address.preferred,
        }))}
      />
    </DetailSection>
  )
}

interface ItemLine {
  readonly id: string | null
  readonly text: string
  readonly label: string
  readonly preferred: boolean
  readonly copy?: () => void
}

interface ItemsProps {
  readonly list: ContactListName
  readonly mask: MaskKind
  readonly items: readonly ItemLine[]
}

const singular = { phones: 'phone', emails: 'email', addresses: 'address', handles: 'handle' } as const

function Items({ list, mask, items }: ItemsProps): ReactNode {
  const { t } = useText()
  const label = t(`contacts:field.${list}`)
  if (items.length === 0) {
    return (
      <Fact field={list} label={label}>
        <ValueText text="" />
      </Fact>
    )
  }
  return (
    <FactList label={label}>
      {items.map((item, index) => (
        <FactItem
          key={item.id ?? index}
          field={`${list}.${item.id ?? ''}`}
          name={t(`contacts:item.${singular[list]}`)}
          words={
            <>
              <MaskedText kind={mask} className="fact-item-text num" text={item.text} />
              <span className="meta nowrap">{item.label}</span>
              {item.preferred && items.length > 1 && <Chip tone="neutral">{t('contacts:item.preferred')}</Chip>}
            </>
          }
          actions={
            <IconButton
              size="small"
              icon="copy"
              className="fact-copy"
              label={t('contacts:page.copyThis', { text: item.text })}
              onClick={item.copy ?? (() => void copyContactText(item.text))}
            />
          }
        />
      ))}
    </FactList>
  )
}
