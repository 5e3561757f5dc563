import type { Contact } from '../../../shared/features/contacts/contact.ts'
import { useFormat } from '../../kernel/format.ts'
import { useText } from '../../kernel/i18n.ts'
import { keyWords } from '../../kernel/key-words.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { MenuButton, type MenuItem } from '../../ui/menu-button.tsx'
import { copyPhone } from './contact-copy.ts'
import { preferredPhone } from './contact-facts.ts'
import { TagList } from './contact-values.tsx'

interface ContactHeaderProps {
  readonly contact: Contact
  readonly hasDraft: boolean
  readonly onEdit: () => void
  readonly onTrash: () => void
  readonly onPrevious: (() => void) | null
  readonly onNext: (() => void) | null
}

/** Who it is, at a glance: name, kind, how to call and what to call them, tags. */
export function ContactHeader(props: ContactHeaderProps) {
  const { contact } = props
  const { t } = useText()
  const isTrashed = contact.trashedAt !== null
  return (
    <header className="contact-head">
      <Avatar name={contact.name} size="large" />
      <div className="contact-who">
        <div className="row contact-name">
          <h1 tabIndex={-1} data-contact-title title={contact.name}>
            {contact.name}
          </h1>
          {contact.kind === 'organisation' && (
            <Chip tone="neutral" icon="building">
              {t('contacts:kind.organisation')}
            </Chip>
          )}
          {contact.salutation !== '' && <span className="text-2 nowrap">{contact.salutation}</span>}
          {props.hasDraft && (
            <Chip tone="warn" icon="edit">
              {t('contacts:form.draftChip')}
            </Chip>
          )}
        </div>
        <ReachLine contact={contact} />
      </div>
      <div className="contact-actions">
        {!isTrashed && (
          <Button icon="edit" onClick={props.onEdit}>
            {t('contacts:page.edit')}
          </Button>
        )}
        <MoreMenu {...props} />
      </div>
    </header>
  )
}

function ReachLine({ contact }: { readonly contact: Contact }) {
  const { t } = useText()
  const format = useFormat()
  const phone = preferredPhone(contact)
  const work = [contact.company, contact.jobTitle].filter(part => part !== '').join(' · ')
  return (
    <div className="contact-reach">
      {phone === null ? (
        <span className="meta">{t('contacts:page.noPhone')}</span>
      ) : (
        <span className="contact-phone">
          <span className="num">{format.phone(phone.value)}</span>
          <IconButton
            size="small"
            icon="copy"
            label={t('contacts:page.copyThis', { text: format.phone(phone.value) })}
            onClick={() => void copyPhone(phone.value)}
          />
        </span>
      )}
      {work !== '' && contact.kind === 'person' && (
        <span className="text-2 cut contact-work" title={work}>
          {work}
        </span>
      )}
      <TagList tags={contact.tags} limit={4} />
    </div>
  )
}

function MoreMenu({ contact, onTrash, onPrevious, onNext }: ContactHeaderProps) {
  const { t } = useText()
  const phone = preferredPhone(contact)
  const items: MenuItem[] = []
  if (phone !== null) {
    items.push({
      id: 'copy',
      label: t('contacts:page.copyPhone'),
      icon: 'copy',
      keys: keyWords('copy-phone'),
      run: () => void copyPhone(phone.value),
    })
  }
  if (onPrevious !== null) {
    items.push({
      id: 'previous',
      label: t('contacts:page.previous'),
      icon: 'arrow-up',
      keys: keyWords('previous-record'),
      run: onPrevious,
    })
  }
  if (onNext !== null) {
    items.push({ id: 'next', label: t('contacts:page.next'), icon: 'arrow-down', keys: keyWords('next-record'), run: onNext })
  }
  if (contact.trashedAt === null) {
    items.push({ id: 'trash', label: t('contacts:page.trash'), icon: 'trash', keys: keyWords('trash-record'), run: onTrash })
  }
  if (items.length === 0) return null
  return <MenuButton label={t('contacts:page.more')} items={items} align="end" className="outlined-menu" />
}
