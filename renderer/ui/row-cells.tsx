import { type MouseEvent, memo } from 'react'
import type { Translate } from '../kernel/i18n.ts'
import { CheckMark } from './choice.tsx'
import { cellClass, type TableColumn } from './table-model.ts'

export interface RowCellsProps<Row> {
  readonly t: Translate
  readonly index: number
  readonly columns: readonly TableColumn<Row>[]
  /** Null while it is not loaded. */
  readonly row: Row | null
  readonly rowName: (row: Row) => string
  readonly selected: boolean
  readonly selectable: boolean
  readonly onToggle: (index: number) => void
}

/**
 * The cells of a row. Until a row is loaded they stay as they are, hidden behind grey bars by the row's `aria-busy`:
 * while a list flies by, nothing is taken apart and built again.
 */
export const RowCells = memo(DrawnCells, isDrawn) as typeof DrawnCells // `memo` forgets that it is generic

function isDrawn(before: RowCellsProps<unknown>, now: RowCellsProps<unknown>): boolean {
  if (before.columns !== now.columns || before.selectable !== now.selectable || before.t !== now.t) return false
  if (now.row === null) return true
  return before.row === now.row && before.index === now.index && before.selected === now.selected
}

function DrawnCells<Row>({ t, index, columns, row, rowName, selected, selectable, onToggle }: RowCellsProps<Row>) {
  return (
    <>
      {selectable && (
        <td role="gridcell" className="table-cell table-check" aria-colindex={1} onClick={keepFromRow}>
          {row !== null && (
            <CheckMark
              aria-label={t('common:selectRow', { name: rowName(row) })}
              tabIndex={-1}
              checked={selected}
              onChange={() => onToggle(index)}
            />
          )}
        </td>
      )}
      {columns.map((column, at) => (
        <td
          key={column.id}
          role="gridcell"
          data-col={column.id}
          aria-colindex={at + (selectable ? 2 : 1)}
          className={cellClass(column)}
        >
          {row !== null && column.render(row)}
        </td>
      ))}
    </>
  )
}

function keepFromRow(event: MouseEvent): void {
  event.stopPropagation()
}
