import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { ContactId, ContactRow } from '../../../shared/features/contacts/contact.ts'
import { defaultColumns } from '../../../shared/features/views/saved-view.ts'
import { call } from '../../kernel/client.ts'
import { useFormat } from '../../kernel/format.ts'
import { useText } from '../../kernel/i18n.ts'
import { useCommand } from '../../kernel/use-command.ts'
import { isLayerOpen } from '../../ui/layer.tsx'
import { type TableColumn, VirtualTable } from '../../ui/virtual-table.tsx'
import { useFields } from '../fields/field-store.ts'
import { useOptionWords } from '../fields/option-words.ts'
import { contactList, useContactList } from './contact-list-store.ts'
import { activateRow, applySelection, useContactSelection } from './contact-selection-store.ts'
import { CellEditor, type EditableColumn, editableOf } from './list/cell-editor.tsx'
import { contactColumns } from './list/contact-columns.tsx'
import { headerMenu } from './list/header-menu.ts'
import { isSavedView, useListView } from './list/list-view-store.ts'
import { isStale } from './paged-list.ts'
import { rowAt } from './paged-window.ts'
import { isTicked, tickedCount } from './selection-change.ts'

interface ContactTableProps {
  /** The cursor moved; null while the row is not loaded. */
  readonly onPreview: (id: ContactId | null) => void
  readonly onOpen: (id: ContactId) => void
  readonly onDelete: () => void
}

/** All customers that match, as a grid of any length. */
export function ContactTable({ onPreview, onOpen, onDelete }: ContactTableProps) {
  const { t } = useText()
  const window = useContactList(state => state.window)
  const busy = useContactList(isStale)
  const ticked = useContactSelection(state => state.ticked)
  const active = useContactSelection(state => state.active)
  const box = useKeptScroll()
  const columns = useColumns(box)
  const idAt = (index: number) => rowAt(window, index)?.id
  const withId = (index: number, run: (id: ContactId) => void) => {
    const id = idAt(index)
    if (id !== undefined) run(id)
  }
  const activeRow = rowAt(window, active)
  useCommand(
    'open-in-window',
    () => activeRow !== null && void call('app.openContactWindow', { id: activeRow.id }),
    activeRow !== null,
  )
  return (
    <div className="contact-table" ref={box}>
      <VirtualTable
        label={t('contacts:list.grid')}
        count={window.total}
        rowAt={index => rowAt(window, index)}
        rowKey={idOf}
        rowName={nameOf}
        columns={columns}
        activeIndex={active}
        onActive={index => {
          activateRow(index)
          onPreview(idAt(index) ?? null)
        }}
        onOpen={index => withId(index, onOpen)}
        onDelete={onDelete}
        selection={{
          isSelected: key => isTicked(ticked, key),
          state: selectionState(tickedCount(ticked, window.total), window.total),
          onChange: applySelection,
        }}
        onRange={showRange}
        busy={busy}
      />
      {activeRow !== null && <InlineEdit key={activeRow.id} row={activeRow} box={box} />}
    </div>
  )
}

type Box = ReturnType<typeof useKeptScroll>

function useColumns(box: Box): readonly TableColumn<ContactRow>[] {
  const { t } = useText()
  const format = useFormat()
  const fields = useFields()
  const word = useOptionWords()
  const { sort, search } = useContactList(state => state.query)
  const key = useListView(state => state.key)
  const columns = useListView(state => state.now.columns)
  const base = useListView(state => state.base.columns)
  return useMemo(() => {
    // columns that nobody chose
    const giveWay = columns.join() === (isSavedView(key) ? defaultColumns : base).join()
    const headerOf = (column: string) => box.current?.querySelector(`th[data-col="${column}"]`) ?? null
    const menuOf = (column: Parameters<typeof headerMenu>[1], title: string) =>
      headerMenu({ t, fields, sort, headerOf }, column, title)
    return contactColumns({ t, format, fields, word, columns, giveWay, sort, search, menuOf })
  }, [t, format, fields, word, columns, base, key, sort, search, box])
}

interface InlineEditProps {
  readonly row: ContactRow
  readonly box: Box
}

/** F2: the first value of the row that can be changed where it stands. */
function InlineEdit({ row, box }: InlineEditProps) {
  const columns = useListView(state => state.now.columns)
  const [editing, setEditing] = useState<{ readonly column: EditableColumn; readonly anchor: Element } | null>(null)
  const cellOf = (column: string) => box.current?.querySelector(`.table-row[data-active] td[data-col="${column}"]`) ?? null
  // columns that give way where the list is narrow are not there
  const drawn = () => editableOf(columns).filter(column => cellOf(column) !== null)
  const edit = (column: EditableColumn | undefined) => {
    const anchor = column === undefined ? null : cellOf(column)
    if (column === undefined || anchor === null) return
    anchor.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    setEditing({ column, anchor })
  }
  useCommand('edit-cell', () => edit(drawn()[0]), editableOf(columns).length > 0 && !isLayerOpen())
  if (editing === null) return null
  const step = (by: -1 | 1) => {
    const all = drawn()
    edit(all[(all.indexOf(editing.column) + by + all.length) % all.length])
  }
  return <CellEditor key={editing.column} {...editing} row={row} onClose={() => setEditing(null)} onStep={step} />
}

/** The list stands where it stood when a person comes back to it, and at its top when other rows are asked for. */
function useKeptScroll() {
  const box = useRef<HTMLDivElement>(null)
  const shown = useContactList(state => state.shown)
  const drawn = useRef(shown)
  // known without asking, which would lay out the rows that have just come
  const at = useRef(0)
  useLayoutEffect(() => {
    const scroller = box.current?.firstElementChild
    if (scroller === null || scroller === undefined) return undefined
    scroller.scrollTop = contactList.keptScroll()
    at.current = scroller.scrollTop
    const follow = () => {
      at.current = scroller.scrollTop
    }
    // before the table draws other rows
    scroller.addEventListener('scroll', follow, { passive: true, capture: true })
    return () => {
      scroller.removeEventListener('scroll', follow, { capture: true })
      contactList.keepScroll(scroller.scrollTop)
    }
  }, [])
  useEffect(() => {
    const before = drawn.current
    drawn.current = shown
    if (before === shown || isSameRows(before, shown)) return
    if (at.current > 0) box.current?.firstElementChild?.scrollTo({ top: 0 })
  }, [shown])
  return box
}

/** More columns of the same rows are no reason to go to the top. */
function isSameRows(before: ReturnType<typeof useContactList.getState>['shown'], shown: typeof before): boolean {
  return before?.search === shown?.search && before?.filter === shown?.filter && before?.sort === shown?.sort
}

function idOf(row: ContactRow): string {
  return row.id
}

function nameOf(row: ContactRow): string {
  return row.name
}

function showRange(first: number, last: number): void {
  void contactList.show(first, last)
}

function selectionState(selected: number, total: number): 'none' | 'some' | 'all' {
  if (selected === 0) return 'none'
  return selected >= total ? 'all' : 'some'
}
