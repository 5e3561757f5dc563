import { useText } from '../kernel/i18n.ts'
import { CheckMark } from './choice.tsx'
import { Icon } from './icon.tsx'
import type { TableColumn, TableSelection } from './table-model.ts'

interface TableHeadProps<Row> {
  readonly columns: readonly TableColumn<Row>[]
  readonly template: string
  readonly selection?: TableSelection
}

/** Column titles; a column that can be sorted is a button that says how. */
export function TableHead<Row>({ columns, template, selection }: TableHeadProps<Row>) {
  const { t } = useText()
  const all = selection?.state === 'all'
  return (
    <thead role="rowgroup" className="table-head">
      <tr role="row" aria-rowindex={1} className="table-row table-row-head" style={{ gridTemplateColumns: template }}>
        {selection !== undefined && (
          <th role="columnheader" scope="col" className="table-cell" aria-colindex={1}>
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
          <th
            key={column.id}
            role="columnheader"
            scope="col"
            aria-colindex={index + (selection === undefined ? 1 : 2)}
            className={`table-cell table-${column.align ?? 'start'}`}
            aria-sort={column.sort?.direction}
          >
            {column.sort === undefined ? column.title : <SortButton column={column} sort={column.sort} />}
          </th>
        ))}
      </tr>
    </thead>
  )
}

interface SortButtonProps<Row> {
  readonly column: TableColumn<Row>
  readonly sort: NonNullable<TableColumn<Row>['sort']>
}

function SortButton<Row>({ column, sort }: SortButtonProps<Row>) {
  const sorted = sort.direction !== 'none'
  return (
    <button type="button" className="sort-button" data-sorted={sorted || undefined} onClick={sort.onSort}>
      <span className="cut">{column.title}</span>
      {sorted && <Icon name={sort.direction === 'ascending' ? 'arrow-up' : 'arrow-down'} size={12} />}
    </button>
  )
}
