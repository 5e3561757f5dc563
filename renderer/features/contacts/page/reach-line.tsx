import type { Contact } from '../../../../shared/features/contacts/contact.ts'
import { useFormat } from '../../../kernel/format.ts'
import { useText } from '../../../kernel/i18n.ts'
import { shownValue } from '../../../kernel/loadable.ts'
import { IconButton } from '../../../ui/button.tsx'
import { copyPhone } from '../contact-copy.ts'
import { preferredPhone } from '../contact-facts.ts'
import { useLinks } from './links-store.ts'
import { MaskedText } from './masked-text.tsx'
import { useOpenContact } from './open-contact.ts'

/** How to reach the customer and where she works: the number, its copy, the organisation. */
export function ReachLine({ contact }: { readonly contact: Contact }) {
  const { t } = useText()
  const format = useFormat()
  const phone = preferredPhone(contact)
  return (
    <div className="contact-reach">
      {phone === null ? (
        <span className="meta">{t('contacts:page.noPhone')}</span>
      ) : (
        <span className="contact-phone">
          <MaskedText kind="phone" className="num" text={format.phone(phone.value)} />
          <IconButton
            size="small"
            icon="copy"
            label={t('contacts:page.copyThis', { text: format.phone(phone.value) })}
            onClick={() => void copyPhone(phone.value)}
          />
        </span>
      )}
      {contact.kind === 'person' && <WorkWords contact={contact} />}
    </div>
  )
}

/** Company and title; the organisation that is linked as her place of work opens from here. */
function WorkWords({ contact }: { readonly contact: Contact }) {
  const openContact = useOpenContact()
  const linked = useLinks(state => (state.id === contact.id ? shownValue(state.links) : null))
  const place = linked?.find(link => link.kind === 'works-at' && link.direction === 'out')?.other
  const company = place?.name === contact.company ? '' : contact.company
  const rest = [company, contact.jobTitle].filter(part => part !== '').join(' · ')
  if (place === undefined && rest === '') return null
  return (
    <span className="text-2 cut contact-work" title={[place?.name ?? '', rest].filter(part => part !== '').join(' · ')}>
      {place !== undefined && (
        <button type="button" className="link" onClick={() => openContact(place.id)}>
          {place.name}
        </button>
      )}
      {place !== undefined && rest !== '' && ' · '}
      {rest}
    </span>
  )
}
