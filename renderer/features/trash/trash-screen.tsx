import { useEffect, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { ContactId, type ContactRow } from '../../../shared/features/contacts/contact.ts'
import { announceSoon } from '../../kernel/announce.ts'
import { type Format, useFormat } from '../../kernel/format.ts'
import { type Translate, useText } from '../../kernel/i18n.ts'
import { customerPath } from '../../kernel/paths.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { EmptyState, FailureNote, Skeleton } from '../../ui/states.tsx'
import { type TableColumn, VirtualTable } from '../../ui/virtual-table.tsx'
import { putBackContacts } from '../contacts/contact-actions.ts'
import { ValueText } from '../contacts/contact-values.tsx'
import { isStale } from '../contacts/paged-list.ts'
import { rowAt } from '../contacts/paged-window.ts'
import { concernsContacts, useRecordsChanged } from '../contacts/use-records-changed.ts'
import { selectTrash, trashList, useTrashList, useTrashSelection } from './trash-store.ts'
import './trash.css'

/** What was moved to the Trash, the newest first. */
export function TrashScreen() {
  const { t } = useText()
  const { shown, window, failure } = useTrashList()
  useEffect(() => {
    void trashList.refresh()
  }, [])
  useRecordsChanged(() => void trashList.refresh(), concernsContacts)
  useEffect(() => {
    if (shown !== null) announceSoon(t('trash:spoken', { n: window.total }))
  }, [shown, window.total, t])
  return (
    <section className="trash" aria-label={t('trash:title')} data-pane="list">
      <header className="trash-head">
        <h1 tabIndex={-1}>{t('trash:title')}</h1>
        <span className="meta">{t('trash:kept')}</span>
      </header>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void trashList.refresh()} />}
      {shown === null && failure === null && <Skeleton label={t('common:loading')} rows={8} />}
      {shown !== null && window.total === 0 && <EmptyState icon="trash" text={t('trash:empty.title')} />}
      {shown !== null && window.total > 0 && (
        <>
          <TrashTable />
          <TrashFoot />
        </>
      )}
    </section>
  )
}

function TrashTable() {
  const { t } = useText()
  const format = useFormat()
  const navigate = useNavigate()
  const list = useTrashList()
  const ids = useTrashSelection(state => state.ids)
  const [active, setActive] = useState(-1)
  const columns = useMemo(() => trashColumns(t, format), [t, format])
  const { window } = list
  const open = (index: number) => {
    const row = rowAt(window, index)
    if (row !== null) void navigate(customerPath(row.id))
  }
  return (
    <VirtualTable
      label={t('trash:grid')}
      count={window.total}
      rowAt={index => rowAt(window, index)}
      rowKey={row => row.id}
      rowName={row => row.name}
      columns={columns}
      activeIndex={active}
      onActive={setActive}
      onOpen={open}
      selection={{
        isSelected: key => ids.has(ContactId.parse(key)),
        state: ids.size === 0 ? 'none' : ids.size >= window.total ? 'all' : 'some',
        onChange: selectTrash,
      }}
      onRange={showRange}
      busy={isStale(list)}
    />
  )
}

function TrashFoot() {
  const { t } = useText()
  const total = useTrashList(state => state.window.total)
  const ids = useTrashSelection(state => state.ids)
  const putBack = async () => {
    if (await putBackContacts([...ids], '')) selectTrash({ kind: 'none' })
  }
  if (ids.size === 0) return <div className="trash-foot num">{t('trash:count', { n: total })}</div>
  return (
    <div className="trash-foot trash-bulk" role="toolbar" aria-label={t('contacts:bulk.bar')}>
      <span className="num trash-selected">{t('contacts:bulk.selected', { n: ids.size })}</span>
      <span className="grow" />
      <Button size="small" icon="put-back" onClick={() => void putBack()}>
        {t('trash:putBack')}
      </Button>
      <Button size="small" kind="quiet" onClick={() => selectTrash({ kind: 'none' })}>
        {t('common:clearSelection')}
      </Button>
    </div>
  )
}

function showRange(first: number, last: number): void {
  void trashList.show(first, last)
}

function trashColumns(t: Translate, format: Format): readonly TableColumn<ContactRow>[] {
  return [
    {
      id: 'what',
      title: t('trash:column.what'),
      width: 120,
      grow: 1.6,
      render: row => (
        <span className="trash-name">
          {row.kind === 'organisation' && <Icon name="building" size={14} />}
          <span className="cut" title={row.name}>
            {row.name}
          </span>
        </span>
      ),
    },
    {
      id: 'type',
      title: t('trash:column.type'),
      width: 72,
      grow: 0.5,
      from: 720,
      render: row => t(`contacts:kind.${row.kind}`),
    },
    {
      id: 'phone',
      title: t('trash:column.phone'),
      width: 104,
      grow: 0.7,
      from: 560,
      render: row => <ValueText className="num text-2" text={format.phone(row.phone)} />,
    },
    {
      id: 'deleted',
      title: t('trash:column.deleted'),
      width: 96,
      grow: 0.6,
      render: row => <span className="meta num">{row.trashedAt === null ? '' : format.relative(row.trashedAt)}</span>,
    },
    { id: 'put-back', title: t('trash:putBack'), width: 112, align: 'end', render: row => <PutBackButton row={row} /> },
  ]
}

function PutBackButton({ row }: { readonly row: ContactRow }) {
  const { t } = useText()
  return (
    <Button
      size="small"
      kind="quiet"
      icon="put-back"
      aria-label={t('trash:putBackOf', { name: row.name })}
      onClick={event => {
        event.stopPropagation()
        void putBackContacts([row.id], row.name)
      }}
    >
      {t('trash:putBack')}
    </Button>
  )
}
