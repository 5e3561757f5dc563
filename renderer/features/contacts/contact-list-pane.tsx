import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import type { ContactId } from '../../../shared/features/contacts/contact.ts'
import { announceSoon } from '../../kernel/announce.ts'
import { useText } from '../../kernel/i18n.ts'
import { paths } from '../../kernel/paths.ts'
import { useCommand } from '../../kernel/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState, FailureNote, Skeleton } from '../../ui/states.tsx'
import { useFields } from '../fields/field-store.ts'
import { ContactListFoot } from './contact-list-foot.tsx'
import { clearFilters, contactList, useContactList } from './contact-list-store.ts'
import { ContactTable } from './contact-table.tsx'
import { FilterDrawer } from './list/filter-drawer.tsx'
import { FilterPopover } from './list/filter-popover.tsx'
import { ListHead } from './list/list-head.tsx'
import { isEverybody } from './list/list-view-store.ts'
import { orderWords } from './list/order-words.ts'
import { filterWords } from './list/rule-words.ts'
import { useListVocabulary } from './list/use-rule-vocabulary.ts'
import { ViewDialog } from './list/view-dialog.tsx'
import './list/list.css'

interface ContactListPaneProps {
  readonly onPreview: (id: ContactId | null) => void
  readonly onOpen: (id: ContactId) => void
  readonly onTrash: () => void
  /** Shows another view. */
  readonly onView: (key: string) => void
}

export function ContactListPane({ onPreview, onOpen, onTrash, onView }: ContactListPaneProps) {
  const { t } = useText()
  const shown = useContactList(state => state.shown)
  const total = useContactList(state => state.window.total)
  useCountAnnouncement()
  useCommand('refresh', () => void contactList.refresh())
  const isFirstUse = isEverybody(shown) && total === 0
  return (
    <>
      <ListHead isFirstUse={isFirstUse} onPreview={onPreview} onView={onView} />
      <ListBody {...{ onPreview, onOpen, onTrash }} />
      {shown !== null && !isFirstUse && <ContactListFoot onTrash={onTrash} />}
      {shown === null && <span className="visually-hidden">{t('common:loading')}</span>}
      <FilterPopover />
      <FilterDrawer />
      <ViewDialog onSaved={onView} />
    </>
  )
}

function ListBody({ onPreview, onOpen, onTrash }: Omit<ContactListPaneProps, 'onView'>) {
  const { t } = useText()
  const navigate = useNavigate()
  const shown = useContactList(state => state.shown)
  const total = useContactList(state => state.window.total)
  const failure = useContactList(state => state.failure)
  const retry = () => void contactList.refresh()
  if (shown === null && failure !== null) return <FailureNote failure={failure} onRetry={retry} />
  if (shown === null) return <Skeleton label={t('common:loading')} rows={12} />
  if (total === 0 && isEverybody(shown)) {
    return (
      <EmptyState icon="customers" text={`${t('contacts:empty.title')}${t('contacts:empty.join')}${t('contacts:empty.text')}`}>
        <Button kind="primary" icon="import" onClick={() => void navigate(paths.import)}>
          {t('contacts:empty.import')}
        </Button>
        <Button icon="plus" onClick={() => void navigate(paths.newCustomer)}>
          {t('contacts:empty.add')}
        </Button>
      </EmptyState>
    )
  }
  return (
    <>
      {failure !== null && <FailureNote failure={failure} onRetry={retry} />}
      {total === 0 ? <NoMatch /> : <ContactTable onPreview={onPreview} onOpen={onOpen} onDelete={onTrash} />}
    </>
  )
}

/** Says what nobody fits, in the words of the filter. */
function NoMatch() {
  const { t } = useText()
  const shown = useContactList(state => state.shown)
  const vocabulary = useListVocabulary()
  if (shown === null) return null
  const { search, filter } = shown
  const parts = [search.trim(), filter === null ? '' : filterWords(vocabulary, filter)].filter(part => part !== '')
  return (
    <EmptyState icon="search" text={t('contacts:noMatch.title', { q: parts.join(t('lists:group.and')) })}>
      {filter === null && <p className="meta no-match-hint">{t('contacts:noMatch.text')}</p>}
      <Button onClick={() => void clearFilters()}>{t('common:clearFilters')}</Button>
    </EmptyState>
  )
}

/** Says how many there are and in which order when the answer to another question came. */
function useCountAnnouncement(): void {
  const { t } = useText()
  const fields = useFields()
  const shown = useContactList(state => state.shown)
  const total = useContactList(state => state.window.total)
  const order = shown === null ? '' : orderWords(t, fields, shown.sort)
  const isAll = isEverybody(shown)
  useEffect(() => {
    if (order !== '') announceSoon(t(isAll ? 'lists:spoken.all' : 'lists:spoken.found', { n: total, order }))
  }, [isAll, order, total, t])
}
