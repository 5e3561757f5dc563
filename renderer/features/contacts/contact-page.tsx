import { type KeyboardEvent, memo, useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import type { Contact, ContactId } from '../../../shared/features/contacts/contact.ts'
import { openContactWindow } from '../../kernel/contact-window.ts'
import { useFormat } from '../../kernel/format.ts'
import { useText } from '../../kernel/i18n.ts'
import { shownValue } from '../../kernel/loadable.ts'
import { paths } from '../../kernel/paths.ts'
import { useCommand } from '../../kernel/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState, FailureNote, Note, Skeleton } from '../../ui/states.tsx'
import { putBackContacts } from './contact-actions.ts'
import { copyPhone } from './contact-copy.ts'
import { ContactDetails } from './contact-details.tsx'
import { useDraftKeys } from './contact-drafts-store.ts'
import { preferredPhone } from './contact-facts.ts'
import { draftKeyOf } from './contact-form-draft.ts'
import { useContactFormStore } from './contact-form-store.ts'
import { ContactHeader } from './contact-header.tsx'
import { type ContactTab, chooseTab, openContact, refreshContact, useContactPageStore, wantTitle } from './contact-page-store.ts'
import { ContactTimeline } from './contact-timeline.tsx'
import type { FormSection } from './form/form-sections.ts'
import { loadLinks } from './page/links-store.ts'
import { RelatedSection } from './page/related-section.tsx'
import { TagsSection } from './page/tags-section.tsx'
import { useNoteOpened } from './page/use-note-opened.ts'
import { useTwoColumns } from './page/use-two-columns.ts'
import { useRecordsChanged } from './use-records-changed.ts'
import './page/contact-page.css'

interface ContactPageProps {
  readonly id: ContactId
  /** The form is wanted, at a section if one is named. */
  readonly onEdit: (section?: FormSection) => void
  readonly onTrash: (name: string) => void
  readonly onPrevious: (() => void) | null
  readonly onNext: (() => void) | null
}

/** One customer: header, details, timeline, tags, links. */
export function ContactPage(props: ContactPageProps) {
  const { t } = useText()
  const loadable = useContactPageStore(state => state.contact)
  const shownId = useContactPageStore(state => state.id)
  useEffect(() => {
    void openContact(props.id)
    void loadLinks(props.id)
  }, [props.id])
  useRecordsChanged(
    () => {
      void refreshContact()
      void loadLinks(props.id)
    },
    event => event.contactIds.length === 0 || event.contactIds.includes(props.id),
  )
  const contact = shownId === props.id ? shownValue(loadable) : null
  if (contact !== null) return <LoadedPage {...props} contact={contact} />
  if (loadable.status !== 'failed' || shownId !== props.id) return <Skeleton label={t('common:loading')} rows={8} />
  if (loadable.failure.code === 'not-found') return <EmptyState icon="user" text={t('contacts:page.gone')} />
  return <FailureNote failure={loadable.failure} onRetry={() => void refreshContact()} />
}

function LoadedPage({ contact, ...props }: ContactPageProps & { readonly contact: Contact }) {
  const drafts = useDraftKeys(state => state.keys)
  const page = useRef<HTMLElement>(null)
  const isAlive = contact.trashedAt === null
  const trash = () => props.onTrash(contact.name)
  const isCovered = useContactFormStore(state => state.form !== null || state.opening !== null)
  const editSection = useStableEdit(props.onEdit)
  usePageCommands({ ...props, onTrash: trash, contact, isCovered })
  const titleWanted = useContactPageStore(state => state.titleWanted)
  useNoteOpened(contact.id, titleWanted === contact.id)
  const twoColumns = useTwoColumns(page)
  useEffect(() => {
    if (titleWanted !== contact.id) return
    wantTitle(null)
    page.current?.querySelector<HTMLElement>('h1')?.focus()
  }, [titleWanted, contact.id])
  return (
    <article className="contact-page" aria-label={contact.name} ref={page}>
      {contact.trashedAt !== null && <TrashedNote contact={contact} trashedAt={contact.trashedAt} />}
      <ContactHeader
        {...props}
        onEdit={() => props.onEdit()}
        onTrash={trash}
        contact={contact}
        showTags={!twoColumns}
        hasDraft={drafts.has(draftKeyOf({ kind: 'edit', id: contact.id }))}
      />
      <div className="contact-body" data-columns={twoColumns ? 'two' : 'one'}>
        <div className="contact-main">
          <PageTabs contact={contact} onEdit={isAlive ? editSection : null} withRelated={!twoColumns} />
        </div>
        {twoColumns && (
          <div className="contact-side">
            <TagsSection key={`tags-${contact.id}`} contact={contact} />
            <RelatedSection key={`links-${contact.id}`} contact={contact} />
          </div>
        )}
      </div>
    </article>
  )
}

/** The same function for as long as the page is shown: the cursor of the list moves without drawing all fields anew. */
function useStableEdit(onEdit: ContactPageProps['onEdit']): (section: FormSection) => void {
  const newest = useRef(onEdit)
  useLayoutEffect(() => {
    newest.current = onEdit
  })
  return useCallback(section => newest.current(section), [])
}

interface PageCommands extends Pick<ContactPageProps, 'onEdit' | 'onPrevious' | 'onNext'> {
  readonly contact: Contact
  readonly isCovered: boolean
  readonly onTrash: () => void
}

function usePageCommands({ contact, isCovered, onEdit, onTrash, onPrevious, onNext }: PageCommands): void {
  const isAlive = contact.trashedAt === null
  const isOwnWindow = useLocation().pathname.startsWith(paths.contactWindow)
  const phone = preferredPhone(contact)
  const turnTab = () => showTab(useContactPageStore.getState().tab === 'details' ? 'timeline' : 'details')
  useCommand('edit-record', () => onEdit(), isAlive && !isCovered)
  useCommand('trash-record', onTrash, isAlive && !isCovered)
  useCommand('copy-phone', () => phone !== null && void copyPhone(phone.value), phone !== null)
  useCommand('open-in-window', () => void openContactWindow(contact.id), !isCovered && !isOwnWindow)
  useCommand('next-record', () => onNext?.(), onNext !== null && !isCovered)
  useCommand('previous-record', () => onPrevious?.(), onPrevious !== null && !isCovered)
  useCommand('next-tab', turnTab, !isCovered)
  useCommand('previous-tab', turnTab, !isCovered)
}

const tabs = ['details', 'timeline'] as const

interface PageTabsProps {
  readonly contact: Contact
  readonly onEdit: ((section: FormSection) => void) | null
  /** Whether links stand below the details: where there is no room beside them. */
  readonly withRelated: boolean
}

const PageTabs = memo(function PageTabs({ contact, onEdit, withRelated }: PageTabsProps) {
  const { t } = useText()
  const tab = useContactPageStore(state => state.tab)
  const other = tab === 'details' ? 'timeline' : 'details'
  const onKeyDown = (event: KeyboardEvent) => {
    const target = tabFor(event.key, other)
    if (target === null) return
    event.preventDefault()
    showTab(target)
  }
  return (
    <>
      <div className="tabs" role="tablist" aria-label={t('contacts:page.tabs')} onKeyDown={onKeyDown}>
        {tabs.map(one => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`contact-tab-${one}`}
            className="tab"
            aria-selected={tab === one}
            aria-controls={tab === one ? 'contact-tab-panel' : undefined}
            tabIndex={tab === one ? 0 : -1}
            onClick={() => chooseTab(one)}
          >
            {t(`contacts:tab.${one}`)}
          </button>
        ))}
      </div>
      <div
        key={`${contact.id}-${tab}`}
        id="contact-tab-panel"
        className="tab-panel"
        role="tabpanel"
        tabIndex={0}
        aria-labelledby={`contact-tab-${tab}`}
      >
        {tab === 'timeline' && <ContactTimeline />}
        {tab === 'details' && (
          <>
            <ContactDetails {...{ contact, onEdit }} />
            {withRelated && <RelatedSection contact={contact} />}
          </>
        )}
      </div>
    </>
  )
})

function tabFor(key: string, other: ContactTab): ContactTab | null {
  if (key === 'ArrowLeft' || key === 'ArrowRight') return other
  if (key === 'Home') return 'details'
  return key === 'End' ? 'timeline' : null
}

function showTab(tab: ContactTab): void {
  chooseTab(tab)
  requestAnimationFrame(() => document.getElementById(`contact-tab-${tab}`)?.focus())
}

function TrashedNote({ contact, trashedAt }: { readonly contact: Contact; readonly trashedAt: string }) {
  const { t } = useText()
  const format = useFormat()
  return (
    <div className="trashed-note">
      <Note tone="warn" icon="trash">
        <div className="row trashed-row">
          <span className="grow">{t('contacts:page.trashed', { date: format.date(trashedAt) })}</span>
          <Button size="small" icon="put-back" onClick={() => void putBackContacts([contact.id], contact.name)}>
            {t('contacts:page.putBack')}
          </Button>
        </div>
      </Note>
    </div>
  )
}
