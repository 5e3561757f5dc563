import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { type ContactId, ContactId as ContactIdSchema, type ContactRow } from '../../../shared/features/contacts/contact.ts'
import type { ContactSort } from '../../../shared/features/contacts/contact-list-query.ts'
import { type Format, useFormat } from '../../kernel/format.ts'
import { type Translate, useText } from '../../kernel/i18n.ts'
import { Highlight } from '../../ui/highlight.tsx'
import { Icon } from '../../ui/icon.tsx'
import { type TableColumn, VirtualTable } from '../../ui/virtual-table.tsx'
import { byActivity, byName, contactList, queryContacts, useContactList } from './contact-list-store.ts'
import { activateRow, applySelection, useContactSelection } from './contact-selection-store.ts'
import { TagList, ValueText } from './contact-values.tsx'
import { isStale } from './paged-list.ts'
import { rowAt } from './paged-window.ts'

interface ContactTableProps {
  /** The cursor moved; null while the row is not loaded. */
  readonly onPreview: (id: ContactId | null) => void
  readonly onOpen: (id: ContactId) => void
  readonly onDelete: () => void
}

/** All customers that match, as a grid of any length. */
export function ContactTable({ onPreview, onOpen, onDelete }: ContactTableProps) {
  const { t } = useText()
  const format = useFormat()
  const list = useContactList()
  const { ids, active } = useContactSelection()
  const { search, sort } = list.query
  const columns = useMemo(() => contactColumns({ t, format, sort, search }), [t, format, sort, search])
  const { window } = list
  const box = useKeptScroll()
  const idAt = (index: number) => rowAt(window, index)?.id
  const withId = (index: number, run: (id: ContactId) => void) => {
    const id = idAt(index)
    if (id !== undefined) run(id)
  }
  return (
    <div className="contact-table" ref={box}>
      <VirtualTable
        label={t('contacts:list.grid')}
        count={window.total}
        rowAt={index => rowAt(window, index)}
        rowKey={row => row.id}
        rowName={row => row.name}
        columns={columns}
        activeIndex={active}
        onActive={index => {
          activateRow(index)
          onPreview(idAt(index) ?? null)
        }}
        onOpen={index => withId(index, onOpen)}
        onDelete={onDelete}
        selection={{
          isSelected: key => ids.has(ContactIdSchema.parse(key)),
          state: selectionState(ids.size, window.total),
          onChange: applySelection,
        }}
        onRange={showRange}
        busy={isStale(list)}
      />
    </div>
  )
}

/** The list stands where it stood when a person comes back to it, and at its top when other rows are asked for. */
function useKeptScroll() {
  const box = useRef<HTMLDivElement>(null)
  const shown = useContactList(state => state.shown)
  const drawn = useRef(shown)
  useLayoutEffect(() => {
    const scroller = box.current?.firstElementChild
    if (scroller === null || scroller === undefined) return undefined
    scroller.scrollTop = useContactList.getState().scrollTop
    return () => contactList.keepScroll(scroller.scrollTop)
  }, [])
  useEffect(() => {
    if (drawn.current === shown) return
    drawn.current = shown
    box.current?.firstElementChild?.scrollTo(0, 0)
  }, [shown])
  return box
}

function showRange(first: number, last: number): void {
  void contactList.show(first, last)
}

function selectionState(selected: number, total: number): 'none' | 'some' | 'all' {
  if (selected === 0) return 'none'
  return selected >= total ? 'all' : 'some'
}

interface ColumnSetting {
  readonly t: Translate
  readonly format: Format
  readonly sort: ContactSort
  readonly search: string
}

function contactColumns({ t, format, sort, search }: ColumnSetting): readonly TableColumn<ContactRow>[] {
  return [
    {
      id: 'name',
      title: t('contacts:column.name'),
      width: 'minmax(96px, 1.6fr)',
      sort: { direction: sort.by === 'name' ? 'ascending' : 'none', onSort: () => void queryContacts({ sort: byName }) },
      render: row => <NameCell row={row} search={search} />,
    },
    {
      id: 'phone',
      title: t('contacts:column.phone'),
      width: '104px',
      render: row => (row.phone === '' ? <ValueText text="" /> : <PhoneCell phone={format.phone(row.phone)} search={search} />),
    },
    {
      id: 'tags',
      title: t('contacts:column.tags'),
      width: 'minmax(96px, 1.2fr)',
      from: 520,
      render: row => <TagList tags={row.tags} limit={2} />,
    },
    {
      id: 'last-activity',
      title: t('contacts:column.lastActivity'),
      width: '92px',
      sort: { direction: sort.by === 'activity' ? 'descending' : 'none', onSort: () => void queryContacts({ sort: byActivity }) },
      render: row => (
        <time className="meta num" dateTime={row.lastActivityAt} title={format.dateTime(row.lastActivityAt)}>
          {format.relative(row.lastActivityAt)}
        </time>
      ),
    },
  ]
}

function NameCell({ row, search }: { readonly row: ContactRow; readonly search: string }) {
  const { t } = useText()
  return (
    <span className="name-cell">
      {row.kind === 'organisation' && (
        <span className="name-kind">
          <Icon name="building" size={14} />
          <span className="visually-hidden">{t('contacts:kind.organisation')}</span>
        </span>
      )}
      <span className="name-text" title={row.name}>
        <Highlight text={row.name} query={search} />
      </span>
      {row.company !== '' && row.kind === 'person' && (
        <span className="name-company" title={row.company}>
          <Highlight text={row.company} query={search} />
        </span>
      )}
    </span>
  )
}

function PhoneCell({ phone, search }: { readonly phone: string; readonly search: string }) {
  return (
    <span className="num text-2">
      <Highlight text={phone} query={search} />
    </span>
  )
}
