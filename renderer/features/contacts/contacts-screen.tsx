import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router'
import { ContactId } from '../../../shared/features/contacts/contact.ts'
import { useText } from '../../kernel/i18n.ts'
import { takeNewContactText } from '../../kernel/new-contact-text.ts'
import { customerPath, paths } from '../../kernel/paths.ts'
import { useLayoutWidth } from '../../kernel/use-media-query.ts'
import { Button } from '../../ui/button.tsx'
import { ListDetail } from '../../ui/list-detail.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { loadDraftKeys } from './contact-drafts-store.ts'
import { ContactFormDrawer } from './contact-form-drawer.tsx'
import { closeForm, openContactForm } from './contact-form-store.ts'
import { ContactListPane } from './contact-list-pane.tsx'
import { contactList, useContactList } from './contact-list-store.ts'
import { ContactPage } from './contact-page.tsx'
import { prefillFrom } from './contact-prefill.ts'
import { followRows, locateContact, useContactSelection } from './contact-selection-store.ts'
import { isEverybody, shownViewKey } from './list/list-view-store.ts'
import { openView, restoreColumns } from './list/list-views.ts'
import { useAskedFilter } from './list/use-asked-filter.ts'
import { type ContactBrowsing, useContactBrowsing } from './use-contact-browsing.ts'
import { concernsContacts, useRecordsChanged } from './use-records-changed.ts'
import './contacts.css'

/** The customers: list, the open one beside it, the form above. Route `/customers/:id?`, where the id may be `new`. */
export function ContactsScreen() {
  const { t } = useText()
  const { id: param } = useParams()
  const open = ContactId.safeParse(param).data ?? null
  const isNew = param === 'new'
  // the customer that was open stays behind the form for a new one
  const [behind, setBehind] = useState(open)
  if (!isNew && behind !== open) setBehind(open)
  const id = isNew ? behind : open
  const browsing = useContactBrowsing(id)
  const showView = useViewOfAddress()
  useAskedFilter()
  const closed = useNewForm(isNew, behind)
  useFocusOfList(id)
  return (
    <div
      className="contacts"
      onPointerDownCapture={() => browsing.noteSource('pointer')}
      onKeyDownCapture={() => browsing.noteSource('keyboard')}
    >
      <FreshList id={id} onFound={browsing.preview} />
      <ListDetail
        listLabel={t('contacts:title')}
        detailLabel={t('contacts:detail.region')}
        detailOpen={id !== null}
        list={
          <ContactListPane
            onPreview={browsing.preview}
            onOpen={browsing.open}
            onTrash={() => void browsing.trashSelected()}
            onView={showView}
          />
        }
        detail={<DetailPane id={id} browsing={browsing} />}
      />
      <ContactFormDrawer onClosed={closed} />
    </div>
  )
}

function DetailPane({ id, browsing }: { readonly id: ContactId | null; readonly browsing: ContactBrowsing }) {
  const { t } = useText()
  const layout = useLayoutWidth()
  const navigate = useNavigate()
  // the view stays in the address
  const { search } = useLocation()
  const isEmpty = useContactList(({ shown, window }) => isEverybody(shown) && window.total === 0)
  // the neighbours follow the cursor and the list
  useContactSelection(state => state.active)
  useContactList(state => state.window.total)
  if (id === null) return isEmpty ? null : <EmptyState icon="user" text={t('contacts:detail.none')} />
  return (
    <>
      {(layout === 'narrow' || layout === 'column') && (
        <div className="detail-back">
          <Button
            kind="quiet"
            size="small"
            icon="arrow-left"
            onClick={() => void navigate({ pathname: paths.customers, search })}
          >
            {t('contacts:detail.back')}
          </Button>
        </div>
      )}
      <ContactPage
        id={id}
        onEdit={section => void openContactForm({ kind: 'edit', id }, {}, section)}
        onTrash={name => void browsing.trashOne(id, name)}
        onPrevious={browsing.step(-1)}
        onNext={browsing.step(1)}
      />
    </>
  )
}

interface FreshListProps {
  /** The open customer. */
  readonly id: ContactId | null
  /** The cursor's row was not loaded until now: it is this customer's. */
  readonly onFound: (id: ContactId) => void
}

/**
 * Asks for the list when it comes on screen and when records change; keeps the cursor on the open customer. Draws
 * nothing: rows that come are no reason to draw the screen anew.
 */
function FreshList({ id, onFound }: FreshListProps) {
  const window = useContactList(state => state.window)
  useEffect(() => {
    void contactList.refresh()
    void loadDraftKeys()
  }, [])
  useRecordsChanged(() => void contactList.refresh(), concernsContacts)
  const seen = useRef<{ shown: unknown; located: ContactId | null }>({ shown: null, located: null })
  const follow = useEffectEvent((open: ContactId | null) => {
    const before = useContactSelection.getState().active
    const found = followRows(open)
    if (found !== null) onFound(found)
    const { shown } = useContactList.getState()
    if (shown === null) return
    const isSameList = seen.current.shown === shown
    seen.current.shown = shown
    if (open === null || useContactSelection.getState().active >= 0) return
    // opened from elsewhere, or moved within the same list; another search does not scroll away from its first rows
    if (seen.current.located === open && !(isSameList && before >= 0)) return
    seen.current.located = open
    void locateContact(open)
  })
  useEffect(() => {
    if (window.total >= 0) follow(id)
  }, [window, id])
  return null
}

/** Shows the view that the address names, `?view=`; answers what shows another one. */
function useViewOfAddress(): (key: string) => void {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const [params] = useSearchParams()
  const wanted = params.get('view')
  const asked = useRef<string | null>(null)
  useEffect(() => {
    if (wanted === null || wanted === (asked.current ?? shownViewKey())) return
    asked.current = wanted
    void openView(wanted)
  }, [wanted])
  useEffect(() => void restoreColumns(), [])
  return key => {
    asked.current = key
    void openView(key)
    void navigate({ pathname, search: `?view=${key}` }, { replace: true })
  }
}

/** Whoever leaves a customer for the list goes on in the list, where nothing else has the focus. */
function useFocusOfList(id: ContactId | null): void {
  const before = useRef(id)
  useEffect(() => {
    const isBack = before.current !== null && id === null
    before.current = id
    if (!isBack || document.activeElement !== document.body) return
    document.querySelector<HTMLElement>('[data-pane="list"] [role="grid"]')?.focus()
  }, [id])
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
    if (isNew || saved !== null) void navigate(next === null ? paths.customers : customerPath(next), { replace: true })
  }
}
