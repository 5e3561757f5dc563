import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useText } from '../kernel/i18n.ts'
import { rowHeights, usePreferences } from '../kernel/preferences-store.ts'
import { TableHead } from './table-head.tsx'
import { tableAction } from './table-keys.ts'
import { type TableColumn, type TableSelection, tableTracks } from './table-model.ts'
import { TableRow } from './table-row.tsx'

export type { SelectionChange, TableColumn, TableSelection } from './table-model.ts'

export interface VirtualTableProps<Row> {
  /** Spoken name, e.g. "318 customers, sorted by last activity". */
  readonly label: string
  readonly count: number
  /** The row at an index of the whole list; null while it is not loaded: it is drawn grey. */
  readonly rowAt: (index: number) => Row | null
  readonly rowKey: (row: Row) => string
  /** Spoken and shown name of a row, for its check box. */
  readonly rowName: (row: Row) => string
  readonly columns: readonly TableColumn<Row>[]
  /** The row under the cursor, -1 for none. */
  readonly activeIndex: number
  readonly onActive: (index: number) => void
  readonly onOpen: (index: number) => void
  readonly onDelete?: () => void
  readonly selection?: TableSelection
  /** Called with the first and last index on screen, to load what is missing. */
  readonly onRange: (first: number, last: number) => void
  /** Asking again: rows stay, dimmed. */
  readonly busy?: boolean
}

export const tableHeadHeight = 32

/** A list of up to 100,000 rows as a grid: only what is on screen is drawn; one tab stop; keys as ux.md 2.1 K. */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { count, activeIndex, selection, onRange } = props
  const { t } = useText()
  const density = usePreferences(state => state.density)
  const scroller = useRef<HTMLDivElement>(null)
  const anchor = useRef(activeIndex)
  const gridId = useId()
  const width = useWidth(scroller)
  const columns = useMemo(() => props.columns.filter(one => one.from === undefined || width >= one.from), [props.columns, width])
  const rowHeight = rowHeights[density]
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized by a compiler
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: tableHeadHeight,
    scrollPaddingStart: tableHeadHeight,
  })
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? -1
  useEffect(() => virtual.measure(), [virtual, rowHeight])
  useEffect(() => {
    if (last >= first) onRange(first, last)
  }, [first, last, onRange])
  useEffect(() => {
    if (activeIndex >= 0 && activeIndex < count) virtual.scrollToIndex(activeIndex, { align: 'auto' })
  }, [activeIndex, count, virtual])

  const moveTo = (index: number, extend: boolean) => {
    if (extend) selection?.onChange({ kind: 'range', from: Math.max(0, anchor.current), to: index })
    else anchor.current = index
    props.onActive(index)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const pageRows = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2)
    const action = tableAction(event.nativeEvent, { active: activeIndex, count, pageRows })
    if (action === null || event.target !== event.currentTarget) return
    event.preventDefault()
    if (action.kind === 'move') moveTo(action.to, action.extend && selection !== undefined)
    if (action.kind === 'toggle') selection?.onChange({ kind: 'toggle', index: activeIndex })
    if (action.kind === 'select-all') selection?.onChange({ kind: 'all' })
    if (action.kind === 'open') props.onOpen(activeIndex)
    if (action.kind === 'delete') props.onDelete?.()
  }
  const onRowClick = (index: number, event: MouseEvent) => {
    if (event.shiftKey && selection !== undefined) return moveTo(index, true)
    if ((event.ctrlKey || event.metaKey) && selection !== undefined) selection.onChange({ kind: 'toggle', index })
    return moveTo(index, false)
  }
  const { template, minWidth } = tableTracks(columns, selection !== undefined)
  const activeShown = activeIndex >= first && activeIndex <= last
  return (
    <div
      className="table-scroll"
      ref={scroller}
      data-sideways={minWidth > width || undefined}
      data-busy={props.busy === true || undefined}
    >
      <table
        className="table"
        style={{ minWidth }}
        role="grid"
        aria-label={props.label}
        aria-rowcount={count + 1}
        aria-colcount={columns.length + (selection === undefined ? 0 : 1)}
        aria-multiselectable={selection !== undefined || undefined}
        aria-busy={props.busy === true || undefined}
        aria-activedescendant={activeShown ? `${gridId}-${activeIndex}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <TableHead columns={columns} template={template} {...(selection === undefined ? {} : { selection })} />
        <tbody role="rowgroup" className="table-body" style={{ height: virtual.getTotalSize() }}>
          {items.map(item => {
            const row = props.rowAt(item.index)
            return (
              <TableRow
                key={item.index}
                id={`${gridId}-${item.index}`}
                index={item.index}
                top={item.start - tableHeadHeight}
                height={rowHeight}
                template={template}
                columns={columns}
                row={row}
                active={item.index === activeIndex}
                name={row === null ? t('common:loading') : props.rowName(row)}
                selected={row !== null && selection?.isSelected(props.rowKey(row)) === true}
                selectable={selection !== undefined}
                onToggle={() => selection?.onChange({ kind: 'toggle', index: item.index })}
                onClick={event => onRowClick(item.index, event)}
                onOpen={() => props.onOpen(item.index)}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function useWidth(ref: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return undefined
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    setWidth(element.clientWidth)
    return () => observer.disconnect()
  }, [ref])
  return width
}
