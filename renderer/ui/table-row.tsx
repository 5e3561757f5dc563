import { type MouseEvent, memo } from 'react'
import { RowCells, type RowCellsProps } from './row-cells.tsx'

/** What a row tells; the same object while the table is on screen. */
export interface RowEvents {
  readonly onToggle: (index: number) => void
  readonly onClick: (index: number, event: MouseEvent) => void
  readonly onOpen: (index: number) => void
}

interface TableRowProps<Row> extends Omit<RowCellsProps<Row>, 'onToggle'> {
  readonly gridId: string
  readonly height: number
  readonly template: string
  readonly active: boolean
  readonly events: RowEvents
}

/** One row at its place in the whole list; grey bars until it is loaded. */
export const TableRow = memo(DrawnRow) as typeof DrawnRow // `memo` forgets that it is generic

function DrawnRow<Row>({ gridId, height, template, active, events, ...cells }: TableRowProps<Row>) {
  const { row, index, selectable, selected } = cells
  return (
    <tr
      id={rowId(gridId, index)}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selectable ? selected : active}
      aria-busy={row === null || undefined}
      data-active={active || undefined}
      data-selected={selected || undefined}
      className="table-row"
      style={{ gridTemplateColumns: template, height, transform: `translateY(${index * height}px)` }}
      onClick={event => events.onClick(index, event)}
      onDoubleClick={() => events.onOpen(index)}
    >
      <RowCells {...cells} onToggle={events.onToggle} />
    </tr>
  )
}

export function rowId(gridId: string, index: number): string {
  return `${gridId}-${index}`
}
