import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react'
import { useText } from '../kernel/i18n.ts'
import { CheckMark } from './choice.tsx'
import { Icon } from './icon.tsx'
import { PopoverMenu } from './menu-button.tsx'
import { cellClass, type TableColumn, type TableSelection } from './table-model.ts'

interface TableHeadProps<Row> {
  readonly columns: readonly TableColumn<Row>[]
  readonly template: string
  readonly selection?: TableSelection
}

/** Column titles; a column that can be sorted is a button that says how. One tab stop; ←/→ go from title to title. */
export function TableHead<Row>({ columns, template, selection }: TableHeadProps<Row>) {
  const { t } = useText()
  const [stop, setStop] = useState(0)
  const row = useRef<HTMLTableRowElement>(null)
  const all = selection?.state === 'all'
  const buttons = columns.filter(column => column.sort !== undefined || column.menu !== undefined)
  const tabStop = buttons[Math.min(stop, buttons.length - 1)]?.id
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const titles = Array.from(row.current?.querySelectorAll<HTMLElement>('.sort-button') ?? [])
    const at = titles.findIndex(title => title === document.activeElement)
    const to = headTarget(event.key, at, titles.length)
    if (to === null) return
    event.preventDefault()
    setStop(to)
    titles[to]?.focus()
    titles[to]?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  return (
    <thead role="rowgroup" className="table-head">
      <tr
        ref={row}
        role="row"
        aria-rowindex={1}
        className="table-row table-row-head"
        style={{ gridTemplateColumns: template }}
        onKeyDown={onKeyDown}
      >
        {selection !== undefined && (
          <th role="columnheader" scope="col" className="table-cell table-check" aria-colindex={1}>
            <CheckMark
              aria-label={all ? t('common:clearSelection') : t('common:selectAll')}
              checked={all}
              ref={box => {
                if (box !== null) box.indeterminate = selection.state === 'some'
              }}
              tabIndex={-1}
              onChange={() => selection.onChange({ kind: all ? 'none' : 'all' })}
            />
          </th>
        )}
        {columns.map((column, index) => (
          <HeadCell
            key={column.id}
            column={column}
            colIndex={index + (selection === undefined ? 1 : 2)}
            isTabStop={column.id === tabStop}
          />
        ))}
      </tr>
    </thead>
  )
}

interface HeadCellProps<Row> {
  readonly column: TableColumn<Row>
  readonly colIndex: number
  readonly isTabStop: boolean
}

function HeadCell<Row>({ column, colIndex, isTabStop }: HeadCellProps<Row>) {
  const { t } = useText()
  const { title, sort, menu } = column
  const isSorted = sort !== undefined && sort.direction !== 'none'
  const cell = useRef<HTMLTableCellElement>(null)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const openMenu = (event: KeyboardEvent | MouseEvent) => {
    if (menu === undefined) return
    event.preventDefault()
    setAnchor(cell.current)
  }
  return (
    <th
      ref={cell}
      role="columnheader"
      scope="col"
      data-col={column.id}
      aria-colindex={colIndex}
      className={cellClass(column)}
      aria-sort={sort?.direction}
      onContextMenu={openMenu}
      onKeyDown={event => {
        if (event.altKey && event.key === 'ArrowDown') openMenu(event)
      }}
    >
      {sort === undefined && menu === undefined ? (
        title
      ) : (
        <button
          type="button"
          className="sort-button"
          data-sorted={isSorted || undefined}
          tabIndex={isTabStop ? 0 : -1}
          aria-keyshortcuts={menu === undefined ? undefined : 'Alt+ArrowDown'}
          onClick={sort === undefined ? openMenu : sort.onSort}
        >
          <span className="cut">{title}</span>
          {isSorted && <Icon name={sort?.direction === 'ascending' ? 'arrow-up' : 'arrow-down'} size={12} />}
        </button>
      )}
      {menu !== undefined && (
        <button
          type="button"
          className="head-menu"
          tabIndex={-1}
          aria-label={t('common:columnMenu', { column: title })}
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
          onClick={openMenu}
        >
          <Icon name="chevron-down" size={14} />
        </button>
      )}
      {menu !== undefined && anchor !== null && (
        <PopoverMenu
          anchor={anchor}
          label={t('common:columnMenu', { column: title })}
          items={menu}
          onClose={() => setAnchor(null)}
        />
      )}
    </th>
  )
}

function headTarget(key: string, at: number, count: number): number | null {
  if (at < 0) return null
  if (key === 'ArrowRight') return Math.min(count - 1, at + 1)
  if (key === 'ArrowLeft') return Math.max(0, at - 1)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}
