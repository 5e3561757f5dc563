import { useLocation } from 'react-router'
import type { Contact } from '../../../shared/features/contacts/contact.ts'
import { openContactWindow } from '../../kernel/contact-window.ts'
import { useText } from '../../kernel/i18n.ts'
import { keyWords } from '../../kernel/key-words.ts'
import { paths } from '../../kernel/paths.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { MenuButton, type MenuItem } from '../../ui/menu-button.tsx'
import { useOptionWords } from '../fields/option-words.ts'
import { copyPhone } from './contact-copy.ts'
import { preferredPhone } from './contact-facts.ts'
import { ContactAvatar } from './page/contact-avatar.tsx'
import { HeaderAlerts } from './page/header-alerts.tsx'
import { HeaderStats } from './page/header-stats.tsx'
import { PhotoButton } from './page/photo-button.tsx'
import { ReachLine } from './page/reach-line.tsx'
import { TagEditor } from './page/tag-editor.tsx'

interface ContactHeaderProps {
  readonly contact: Contact
  readonly hasDraft: boolean
  /** Whether the tags stand here; where there is room they stand beside. */
  readonly showTags: boolean
  readonly onEdit: () => void
  readonly onTrash: () => void
  readonly onPrevious: (() => void) | null
  readonly onNext: (() => void) | null
}

const tagsInHeader = 5

/** Who it is, at a glance: name, level, how to call and what to call them, what to know first, since when. */
export function ContactHeader(props: ContactHeaderProps) {
  const { contact, showTags } = props
  const { t } = useText()
  const isTrashed = contact.trashedAt !== null
  return (
    <header className="contact-head">
      <div className="contact-top">
        {isTrashed ? (
          <ContactAvatar name={contact.name} photo={contact.photo} size="large" />
        ) : (
          <PhotoButton key={contact.id} contact={contact} />
        )}
        <div className="contact-who">
          <NameLine {...props} />
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
      </div>
      {showTags && <TagEditor key={contact.id} contact={contact} limit={tagsInHeader} />}
      <HeaderAlerts contact={contact} />
      <HeaderStats contact={contact} />
    </header>
  )
}

function NameLine({ contact, hasDraft }: ContactHeaderProps) {
  const { t } = useText()
  const words = useOptionWords()
  const { level, stage } = contact
  return (
    <div className="contact-name">
      <h1 tabIndex={-1} data-contact-title title={contact.name}>
        {contact.name}
      </h1>
      <span className="contact-chips">
        {level !== '' && <Chip tone="info">{words('level', level) || level}</Chip>}
        {stage !== '' && <Chip>{words('stage', stage) || stage}</Chip>}
        {contact.kind === 'organisation' && (
          <Chip tone="neutral" icon="building">
            {t('contacts:kind.organisation')}
          </Chip>
        )}
        {contact.salutation !== '' && <span className="text-2 cut">{contact.salutation}</span>}
        {hasDraft && (
          <Chip tone="warn" icon="edit">
            {t('contacts:form.draftChip')}
          </Chip>
        )}
      </span>
    </div>
  )
}

function MoreMenu({ contact, onTrash, onPrevious, onNext }: ContactHeaderProps) {
  const { t } = useText()
  const isOwnWindow = useLocation().pathname.startsWith(paths.contactWindow)
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
  if (!isOwnWindow) {
    items.push({
      id: 'window',
      label: t('contacts:page.openInWindow'),
      icon: 'window',
      keys: keyWords('open-in-window'),
      run: () => void openContactWindow(contact.id),
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
