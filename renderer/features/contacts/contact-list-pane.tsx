import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { ContactId } from '../../../shared/features/contacts/contact.ts'
import { announceSoon } from '../../kernel/announce.ts'
import { isComposing } from '../../kernel/composing.ts'
import { useText } from '../../kernel/i18n.ts'
import { paths } from '../../kernel/paths.ts'
import { setPreferences, usePreferences } from '../../kernel/preferences-store.ts'
import { useCommand } from '../../kernel/use-command.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { MenuButton, type MenuItem } from '../../ui/menu-button.tsx'
import { EmptyState, FailureNote, Skeleton } from '../../ui/states.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { ContactListFoot } from './contact-list-foot.tsx'
import { byActivity, byName, contactList, queryContacts, useContactList } from './contact-list-store.ts'
import { activateRow, useContactSelection } from './contact-selection-store.ts'
import { ContactTable } from './contact-table.tsx'

interface ContactListPaneProps {
  readonly onPreview: (id: ContactId | null) => void
  readonly onOpen: (id: ContactId) => void
  readonly onTrash: () => void
}

export function ContactListPane({ onPreview, onOpen, onTrash }: ContactListPaneProps) {
  const { t } = useText()
  const { shown, window } = useContactList()
  useCountAnnouncement()
  const isFirstUse = shown !== null && shown.search === '' && window.total === 0
  return (
    <>
      <ListHead isFirstUse={isFirstUse} onPreview={onPreview} />
      <ListBody {...{ onPreview, onOpen, onTrash }} />
      {shown !== null && !isFirstUse && <ContactListFoot onTrash={onTrash} />}
      {shown === null && <span className="visually-hidden">{t('common:loading')}</span>}
    </>
  )
}

function ListHead({ isFirstUse, onPreview }: Pick<ContactListPaneProps, 'onPreview'> & { readonly isFirstUse: boolean }) {
  const { t } = useText()
  const navigate = useNavigate()
  const items = useListMenu()
  return (
    <>
      <header className="pane-head">
        <h1 tabIndex={-1} className="cut">
          {t('contacts:title')}
        </h1>
        <span className="grow" />
        <Button icon="plus" onClick={() => void navigate(paths.newCustomer)}>
          {t('contacts:list.new')}
        </Button>
        <MenuButton label={t('contacts:list.more')} items={items} align="end" />
      </header>
      {!isFirstUse && <ListFilter onPreview={onPreview} />}
    </>
  )
}

function ListFilter({ onPreview }: Pick<ContactListPaneProps, 'onPreview'>) {
  const { t } = useText()
  const search = useContactList(state => state.query.search)
  const box = useRef<HTMLInputElement>(null)
  // an input method's unfinished text (li'si) is searched for as the pinyin it stands for
  const [composed, setComposed] = useState<string | null>(null)
  const filter = (text: string, isUnfinished: boolean) => {
    setComposed(isUnfinished ? text : null)
    void queryContacts({ search: isUnfinished ? text.replaceAll(/['’\s]/gu, '') : text })
  }
  useCommand('filter-list', () => box.current?.select())
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'Escape' && search !== '') {
      event.preventDefault()
      void queryContacts({ search: '' })
    }
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault()
      event.currentTarget.closest('[data-pane]')?.querySelector<HTMLElement>('[role="grid"]')?.focus()
      if (useContactSelection.getState().active < 0) activateRow(0)
      onPreview(useContactSelection.getState().activeId)
    }
  }
  return (
    <div className="list-filter">
      <TextInput
        ref={box}
        type="search"
        icon="filter"
        aria-label={t('contacts:list.search')}
        placeholder={t('contacts:list.searchHint')}
        maxLength={200}
        value={composed ?? search}
        onChange={event => filter(event.target.value, isUnfinishedInput(event.nativeEvent))}
        onCompositionEnd={event => filter(event.currentTarget.value, false)}
        onKeyDown={onKeyDown}
        after={
          search !== '' && (
            <IconButton
              size="small"
              icon="x"
              label={t('contacts:list.clearSearch')}
              onClick={() => {
                void queryContacts({ search: '' })
                box.current?.focus()
              }}
            />
          )
        }
      />
    </div>
  )
}

function isUnfinishedInput(event: Event): boolean {
  return event instanceof InputEvent && event.isComposing
}

function ListBody({ onPreview, onOpen, onTrash }: ContactListPaneProps) {
  const { t } = useText()
  const navigate = useNavigate()
  const { shown, window, failure } = useContactList()
  const retry = () => void contactList.refresh()
  if (shown === null && failure !== null) return <FailureNote failure={failure} onRetry={retry} />
  if (shown === null) return <Skeleton label={t('common:loading')} rows={12} />
  if (window.total === 0 && shown.search === '') {
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
  if (window.total === 0) {
    return (
      <EmptyState icon="search" text={t('contacts:noMatch.title', { q: shown.search })}>
        <p className="meta">{t('contacts:noMatch.text')}</p>
        <Button onClick={() => void queryContacts({ search: '' })}>{t('common:clearFilters')}</Button>
      </EmptyState>
    )
  }
  return (
    <>
      {failure !== null && <FailureNote failure={failure} onRetry={retry} />}
      <ContactTable onPreview={onPreview} onOpen={onOpen} onDelete={onTrash} />
    </>
  )
}

const densities = ['compact', 'default', 'roomy'] as const

function useListMenu(): readonly MenuItem[] {
  const { t } = useText()
  const navigate = useNavigate()
  const density = usePreferences(state => state.density)
  const sort = useContactList(state => state.query.sort)
  const tick = (on: boolean) => (on ? ({ icon: 'check' } as const) : {})
  return [
    { id: 'import', label: t('contacts:list.import'), icon: 'import', run: () => void navigate(paths.import) },
    { id: 'refresh', label: t('contacts:list.refresh'), icon: 'refresh', run: () => void contactList.refresh() },
    ...(['recent', 'name'] as const).map(one => ({
      id: `sort-${one}`,
      label: t('contacts:list.sortChoice', { by: t(`contacts:sort.${one}`) }),
      ...tick(sort.by === (one === 'recent' ? 'activity' : 'name')),
      run: () => void queryContacts({ sort: one === 'recent' ? byActivity : byName }),
    })),
    ...densities.map(one => ({
      id: `density-${one}`,
      label: t('contacts:list.densityChoice', { as: t(`contacts:density.${one}`) }),
      ...tick(density === one),
      run: () => void setPreferences({ density: one }),
    })),
  ]
}

/** Says how many there are when the answer to another question came. */
function useCountAnnouncement(): void {
  const { t } = useText()
  const shown = useContactList(state => state.shown)
  const total = useContactList(state => state.window.total)
  useEffect(() => {
    if (shown === null) return
    const key = shown.sort.by === 'activity' ? 'contacts:count.spokenRecent' : 'contacts:count.spokenName'
    announceSoon(shown.search === '' ? t(key, { n: total }) : t('contacts:count.match', { n: total }))
  }, [shown, total, t])
}
