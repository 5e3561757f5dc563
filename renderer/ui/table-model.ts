import type { ReactNode } from 'react'
import type { MenuItem } from './menu-button.tsx'

export interface TableColumn<Row> {
  readonly id: string
  readonly title: string
  /** CSS px that its content has at least. */
  readonly width: number
  /** Its share of what is left of the table's width; 0 keeps the width. */
  readonly grow?: number
  readonly align?: 'start' | 'end'
  /** Shown only while the table is at least this wide, in CSS px. */
  readonly from?: number
  /** Stays at the left edge while the table scrolls sideways; for the first column only. */
  readonly frozen?: boolean
  readonly sort?: { readonly direction: 'ascending' | 'descending' | 'none'; readonly onSort: () => void }
  /** What its header offers on Alt+↓ and right click. */
  readonly menu?: readonly MenuItem[]
  readonly render: (row: Row) => ReactNode
}

export type SelectionChange =
  | { readonly kind: 'toggle'; readonly index: number }
  /** Rows `from` to `to`, both included, in either direction. */
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }

export interface TableSelection {
  /** Of a row that is loaded. */
  readonly isSelected: (key: string) => boolean
  readonly state: 'none' | 'some' | 'all'
  readonly onChange: (change: SelectionChange) => void
}

/** Classes of a column's cells, its header among them. */
export function cellClass({ align = 'start', frozen = false }: Pick<TableColumn<never>, 'align' | 'frozen'>): string {
  return `table-cell table-${align} ${frozen ? 'table-frozen' : ''}`
}

/** Padding at both sides of every cell; the check boxes' column with its own, wider padding. */
const cellPadding = 16
const checkWidth = 44

/** Tracks for CSS grid and the width below which the table scrolls sideways. */
export function tableTracks(
  columns: readonly Pick<TableColumn<never>, 'width' | 'grow'>[],
  isSelectable: boolean,
): { readonly template: string; readonly minWidth: number } {
  const grows = columns.some(column => (column.grow ?? 0) > 0)
  const tracks = columns.map(({ width, grow = 0 }, index) => {
    const share = grows ? grow : index === columns.length - 1 ? 1 : 0
    return share === 0 ? `${width + cellPadding}px` : `minmax(${width + cellPadding}px, ${share}fr)`
  })
  const widths = columns.reduce((sum, column) => sum + column.width + cellPadding, 0)
  return {
    template: [...(isSelectable ? [`${checkWidth}px`] : []), ...tracks].join(' '),
    minWidth: widths + (isSelectable ? checkWidth : 0),
  }
}
