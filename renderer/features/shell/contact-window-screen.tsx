import { useEffect, useEffectEvent, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { ContactId } from '../../../shared/features/contacts/contact.ts'
import { showInMainWindow } from '../../kernel/contact-window.ts'
import { useText } from '../../kernel/i18n.ts'
import { takeNewContactText } from '../../kernel/new-contact-text.ts'
import { contactWindowPath, customerPath } from '../../kernel/paths.ts'
import { Button } from '../../ui/button.tsx'
import { trashContacts } from '../contacts/contact-actions.ts'
import { loadDraftKeys } from '../contacts/contact-drafts-store.ts'
import { ContactFormDrawer } from '../contacts/contact-form-drawer.tsx'
import { closeForm, openContactForm } from '../contacts/contact-form-store.ts'
import { ContactPage } from '../contacts/contact-page.tsx'
import { wantTitle } from '../contacts/contact-page-store.ts'
import { prefillFrom } from '../contacts/contact-prefill.ts'
import { noteWindowPlace } from './contact-window-place.ts'
import '../contacts/contacts.css'

/** One customer alone in a window, with the form above. Route `/window/customers/:id`, where the id may be `new`. */
export function ContactWindowScreen() {
  const { t } = useText()
  const { id: param } = useParams()
  const open = ContactId.safeParse(param).data ?? null
  const isNew = param === 'new'
  // the customer that was open stays behind the form for a new one
  const [behind, setBehind] = useState(open)
  if (!isNew && behind !== open) setBehind(open)
  const id = isNew ? behind : open
  useEffect(() => {
    if (id === null) return
    wantTitle(id)
    noteWindowPlace(id)
  }, [id])
  useEffect(() => void loadDraftKeys(), [])
  const closed = useNewForm(isNew, behind)
  return (
    <div className="contacts">
      <section className="pane pane-detail" aria-label={t('contacts:detail.region')} data-pane="detail">
        {id !== null && (
          <>
            <div className="window-strip">
              <Button kind="quiet" size="small" icon="customers" onClick={() => void showInMainWindow(customerPath(id))}>
                {t('shell:contactWindow.showInMain')}
              </Button>
            </div>
            <ContactPage
              id={id}
              onEdit={section => void openContactForm({ kind: 'edit', id }, {}, section ?? null)}
              onTrash={name => void trashContacts([id], name)}
              onPrevious={null}
              onNext={null}
            />
          </>
        )}
      </section>
      <ContactFormDrawer onClosed={closed} />
    </div>
  )
}

/** Opens the form when the route asks for it; answers what to do when it was closed. */
function useNewForm(isNew: boolean, behind: ContactId | null): (saved: ContactId | null) => void {
  const navigate = useNavigate()
  const openNew = useEffectEvent(() => void openContactForm({ kind: 'new' }, prefillFrom(takeNewContactText())))
  useEffect(() => {
    if (isNew) openNew()
  }, [isNew])
  useEffect(() => () => void closeForm(), [])
  return saved => {
    const next = saved ?? behind
    if (next !== null && (isNew || saved !== null)) void navigate(contactWindowPath(next), { replace: true })
  }
}
