import type { ReactNode } from 'react'

export interface TableColumn<Row> {
  readonly id: string
  readonly title: string
  /** A CSS grid track: `124px`, `minmax(96px, 1fr)`. */
  readonly width: string
  readonly align?: 'start' | 'end'
  /** Shown only while the table is at least this wide, in CSS px. */
  readonly from?: number
  readonly sort?: { readonly direction: 'ascending' | 'descending' | 'none'; readonly onSort: () => void }
  readonly render: (row: Row) => ReactNode
}

export type SelectionChange =
  | { readonly kind: 'toggle'; readonly index: number }
  /** Rows `from` to `to`, both included, in either direction. */
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }

export interface TableSelection {
  readonly isSelected: (key: string) => boolean
  readonly state: 'none' | 'some' | 'all'
  readonly onChange: (change: SelectionChange) => void
}
