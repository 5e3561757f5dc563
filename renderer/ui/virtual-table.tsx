import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import { useText } from '../kernel/i18n.ts'
import { rowHeights, usePreferences } from '../kernel/preferences-store.ts'
import { cutText } from './cut-text.ts'
import { TableHead } from './table-head.tsx'
import { tableAction } from './table-keys.ts'
import { type TableColumn, type TableSelection, tableTracks } from './table-model.ts'
import { type RowEvents, rowId, TableRow } from './table-row.tsx'
import { useRowWindow } from './use-row-window.ts'

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
  const anchor = useRef(activeIndex)
  const gridId = useId()
  const rowHeight = rowHeights[density]
  const { scroller, first, places, width, reveal } = useRowWindow({ count, rowHeight, headHeight: tableHeadHeight })
  const columns = useMemo(() => props.columns.filter(one => one.from === undefined || width >= one.from), [props.columns, width])
  const last = first + places.length - 1
  useEffect(() => {
    if (last >= first) onRange(first, last)
  }, [first, last, onRange])
  const show = useEffectEvent(reveal)
  useEffect(() => {
    if (activeIndex >= 0 && activeIndex < count) show(activeIndex)
  }, [activeIndex, count])

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
  const events = useSteady<RowEvents>({
    onToggle: index => selection?.onChange({ kind: 'toggle', index }),
    onClick: onRowClick,
    onOpen: props.onOpen,
  })
  const { template, minWidth } = tableTracks(columns, selection !== undefined)
  useFirstColumnWidth(scroller)
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
        aria-activedescendant={activeShown ? rowId(gridId, activeIndex) : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <TableHead columns={columns} template={template} {...(selection === undefined ? {} : { selection })} />
        <tbody role="rowgroup" className="table-body" style={{ height: count * rowHeight }} {...cutText}>
          {places.map((place, at) => {
            const index = first + at
            const row = props.rowAt(index)
            return (
              <TableRow
                key={place}
                t={t}
                gridId={gridId}
                index={index}
                height={rowHeight}
                template={template}
                columns={columns}
                row={row}
                rowName={props.rowName}
                active={index === activeIndex}
                selected={row !== null && selection?.isSelected(props.rowKey(row)) === true}
                selectable={selection !== undefined}
                events={events}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** CSS px below which the first column has room for a name alone. */
const roomForTwo = 200

/** Tells the styles, as `data-first="narrow"`: a query for every cell would cost with each row that comes. */
function useFirstColumnWidth(scroller: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const table = scroller.current
    const cell = table?.querySelector('th[data-col]')
    if (table === null || cell === null || cell === undefined) return undefined
    const tell = () => table.setAttribute('data-first', cell.clientWidth < roomForTwo ? 'narrow' : 'wide')
    const observer = new ResizeObserver(tell)
    observer.observe(cell)
    tell()
    return () => observer.disconnect()
  }, [scroller])
}

/** The newest of what is given, behind functions that stay the same. */
function useSteady<E extends RowEvents>(newest: E): RowEvents {
  const latest = useRef(newest)
  useLayoutEffect(() => {
    latest.current = newest
  })
  return useMemo(
    () => ({
      onToggle: index => latest.current.onToggle(index),
      onClick: (index, event) => latest.current.onClick(index, event),
      onOpen: index => latest.current.onOpen(index),
    }),
    [],
  )
}
