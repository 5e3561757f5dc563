import { memo, useRef, useState } from 'react'
import type { Contact } from '../../../../shared/features/contacts/contact.ts'
import type { ContactLink } from '../../../../shared/features/contacts/contact-link.ts'
import { useText } from '../../../kernel/i18n.ts'
import { shownValue } from '../../../kernel/loadable.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { FailureNote } from '../../../ui/states.tsx'
import { removeLink } from './link-actions.ts'
import { LinkForm } from './link-form.tsx'
import { groupLinks, roleWords } from './link-words.ts'
import { loadLinks, useLinks } from './links-store.ts'
import { useOpenContact } from './open-contact.ts'

/** The customers this one is linked with, by what they are to her; links are added and taken away here. */
export const RelatedSection = memo(function RelatedSection({ contact }: { readonly contact: Contact }) {
  const { t } = useText()
  const { id, trashedAt } = contact
  const { links: loadable, id: shownId } = useLinks()
  const [adding, setAdding] = useState(false)
  const box = useRef<HTMLElement>(null)
  const links = shownId === id ? (shownValue(loadable) ?? []) : []
  const isAlive = trashedAt === null
  const focusAdd = () => requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[data-add-link]')?.focus())
  const remove = async (link: ContactLink) => {
    await removeLink(id, link)
    focusAdd()
  }
  return (
    <section className="contact-section related" ref={box}>
      <div className="section-head">
        <h2>{t('contacts:link.title')}</h2>
        {isAlive && !adding && (
          <Button kind="quiet" size="small" icon="plus" data-add-link onClick={() => setAdding(true)}>
            {t('contacts:link.add')}
          </Button>
        )}
      </div>
      {adding && isAlive && (
        <LinkForm
          contact={contact}
          taken={links}
          onDone={() => {
            setAdding(false)
            focusAdd()
          }}
        />
      )}
      {loadable.status === 'failed' && shownId === id && (
        <FailureNote failure={loadable.failure} onRetry={() => void loadLinks(id)} />
      )}
      {loadable.status === 'ready' && links.length === 0 && !adding && <p className="meta">{t('contacts:link.none')}</p>}
      {groupLinks(links).map(group => (
        <div key={group.role} className="link-group" role="group" aria-label={roleWords(t, group.role)}>
          <p className="link-role">{roleWords(t, group.role)}</p>
          <ul>
            {group.links.map(link => (
              <LinkRow key={link.id} link={link} onRemove={isAlive ? () => void remove(link) : null} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
})

function LinkRow({ link, onRemove }: { readonly link: ContactLink; readonly onRemove: (() => void) | null }) {
  const { t } = useText()
  const openContact = useOpenContact()
  const { name, kind } = link.other
  return (
    <li className="link-row">
      <span className="link-words">
        {kind === 'organisation' && <Icon name="building" size={14} />}
        <button type="button" className="link cut" title={name} onClick={() => openContact(link.other.id)}>
          {name}
        </button>
        {link.note !== '' && (
          <span className="meta cut" title={link.note}>
            {link.note}
          </span>
        )}
      </span>
      {onRemove !== null && (
        <IconButton
          size="small"
          icon="x"
          className="link-remove"
          label={t('contacts:link.remove', { name })}
          onClick={onRemove}
        />
      )}
    </li>
  )
}
