import type { MouseEvent } from 'react'
import { useText } from '../kernel/i18n.ts'
import { CheckMark } from './choice.tsx'
import { cellClass, type TableColumn } from './table-model.ts'

interface TableRowProps<Row> {
  readonly id: string
  readonly index: number
  readonly top: number
  readonly height: number
  readonly template: string
  readonly columns: readonly TableColumn<Row>[]
  readonly row: Row | null
  readonly name: string
  readonly active: boolean
  readonly selected: boolean
  readonly selectable: boolean
  readonly onToggle: () => void
  readonly onClick: (event: MouseEvent) => void
  readonly onOpen: () => void
}

/** One row at its place in the whole list; grey bars until it is loaded. */
export function TableRow<Row>(props: TableRowProps<Row>) {
  const { row, columns, selectable, selected, active } = props
  const { t } = useText()
  return (
    <tr
      id={props.id}
      role="row"
      aria-rowindex={props.index + 2}
      aria-selected={selectable ? selected : active}
      aria-busy={row === null || undefined}
      data-active={active || undefined}
      data-selected={selected || undefined}
      className="table-row"
      style={{ gridTemplateColumns: props.template, height: props.height, transform: `translateY(${props.top}px)` }}
      onClick={props.onClick}
      onDoubleClick={props.onOpen}
    >
      {selectable && (
        <td role="gridcell" className="table-cell table-check" aria-colindex={1} onClick={event => event.stopPropagation()}>
          {row !== null && (
            <CheckMark
              aria-label={t('common:selectRow', { name: props.name })}
              tabIndex={-1}
              checked={selected}
              onChange={props.onToggle}
            />
          )}
        </td>
      )}
      {columns.map((column, index) => (
        <td
          key={column.id}
          role="gridcell"
          data-col={column.id}
          aria-colindex={index + (selectable ? 2 : 1)}
          className={cellClass(column)}
        >
          {row === null ? <span className="skeleton-bar" aria-hidden="true" /> : column.render(row)}
        </td>
      ))}
    </tr>
  )
}
