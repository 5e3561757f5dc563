import type { ReactNode } from 'react'
import type { ContactRow } from '../../../../shared/features/contacts/contact.ts'
import type { ContactSort } from '../../../../shared/features/contacts/contact-list-query.ts'
import type { CustomField } from '../../../../shared/features/fields/custom-field.ts'
import type { ListColumn } from '../../../../shared/features/views/saved-view.ts'
import type { Format } from '../../../kernel/format.ts'
import type { Translate } from '../../../kernel/i18n.ts'
import { Highlight } from '../../../ui/highlight.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { MenuItem } from '../../../ui/menu-button.tsx'
import type { TableColumn } from '../../../ui/virtual-table.tsx'
import { customWords } from '../../fields/custom-words.ts'
import { birthdayMessage } from '../birthday-format.ts'
import { sortByColumn } from '../contact-list-store.ts'
import { TagList, ValueText } from '../contact-values.tsx'
import { columnTitle, columnWidths, isOwnField, roomNeeded, sortOf } from './list-columns.ts'
import { isBuiltIn } from './list-view-store.ts'

export interface ColumnSetting {
  readonly t: Translate
  readonly format: Format
  readonly fields: readonly CustomField[]
  /** The name of a level, source or stage. */
  readonly word: (list: 'level' | 'source' | 'stage', key: string) => string
  readonly columns: readonly ListColumn[]
  /** Nobody chose the columns: they give way where the list is narrow, instead of making it scroll. */
  readonly giveWay: boolean
  readonly sort: ContactSort
  readonly search: string
  readonly menuOf: (column: ListColumn, title: string) => readonly MenuItem[]
}

const nameWidth = 104
const wholeNameWidth = 136
const padding = 16
const besideColumns = 44 + nameWidth + padding

/** The columns of the customers' list as the table draws them, the name first. */
export function contactColumns(setting: ColumnSetting): readonly TableColumn<ContactRow>[] {
  const { columns, fields } = setting
  const known = columns.filter(column => isBuiltIn(column) || fields.some(field => field.id === column && !field.hidden))
  const widthOf = (column: ListColumn) => trackOf(column, fields).width + padding
  const room = roomNeeded(known, widthOf, besideColumns)
  return [
    nameColumn(setting, known),
    ...known.map(column => {
      const from = setting.giveWay ? room.get(column) : undefined
      return { ...dataColumn(setting, column), ...(from === undefined ? {} : { from }) }
    }),
  ]
}

function nameColumn(setting: ColumnSetting, columns: readonly ListColumn[]): TableColumn<ContactRow> {
  const { t, search } = setting
  return {
    id: 'name',
    title: t('lists:column.name'),
    // where the rest scrolls away there is room for a whole name
    width: setting.giveWay ? nameWidth : wholeNameWidth,
    grow: 1.6,
    frozen: true,
    ...headerOf(setting, 'name', t('lists:column.name')),
    render: row => <NameCell {...{ t, row, search }} withCompany={!columns.includes('company')} />,
  }
}

function dataColumn(setting: ColumnSetting, column: ListColumn): TableColumn<ContactRow> {
  const { t, fields } = setting
  const title = columnTitle(t, fields, column)
  const isNumber = fields.some(field => field.id === column && field.type === 'number')
  return {
    id: column,
    title,
    ...trackOf(column, fields),
    ...(isNumber ? { align: 'end' as const } : {}),
    ...headerOf(setting, column, title),
    render: row => cellOf(setting, column, row),
  }
}

function headerOf({ sort, menuOf }: ColumnSetting, column: ListColumn, title: string) {
  const by = sortOf(column)
  const direction = sort.by !== by ? 'none' : sort.dir === 'asc' ? 'ascending' : 'descending'
  return {
    menu: menuOf(column, title),
    ...(by === null ? {} : { sort: { direction, onSort: () => void sortByColumn(by) } as const }),
  }
}

const ownWidths = { text: 120, phone: 112, number: 88, date: 88, choice: 96, several: 120, 'yes-no': 64 } as const

function trackOf(column: ListColumn, fields: readonly CustomField[]): { readonly width: number; readonly grow: number } {
  if (isBuiltIn(column)) return columnWidths[column]
  const type = fields.find(field => field.id === column)?.type ?? 'text'
  return { width: ownWidths[type], grow: type === 'text' || type === 'several' ? 1 : 0 }
}

function cellOf(setting: ColumnSetting, column: ListColumn, row: ContactRow): ReactNode {
  const { t, format, word, search } = setting
  switch (column) {
    case 'phone':
      return <FoundText className="num text-2" text={row.phone === '' ? '' : format.phone(row.phone)} search={search} />
    case 'tags':
      return <TagList tags={row.tags} limit={2} />
    case 'activity':
      return (
        <time className="meta num" dateTime={row.lastActivityAt} title={format.dateTime(row.lastActivityAt)}>
          {format.relative(row.lastActivityAt)}
        </time>
      )
    case 'created':
      return (
        <time className="meta num" dateTime={row.createdAt} title={format.dateTime(row.createdAt)}>
          {format.tableDate(row.createdAt)}
        </time>
      )
    case 'birthday': {
      if (row.birthday === null) return <ValueText text="" />
      const { key, values } = birthdayMessage(row.birthday)
      return <ValueText className="num text-2" text={t(`contacts:${key}`, values)} />
    }
    case 'level':
    case 'source':
    case 'stage':
      return <ValueText className="text-2" text={word(column, row[column])} />
    case 'assignee':
      return <ValueText className="text-2" text={row.assigneeName} />
    case 'company':
    case 'alias':
    case 'email':
    case 'place':
    case 'memberNo':
      return <FoundText className="text-2" text={row[column]} search={search} />
    default:
      return isOwnField(column) ? ownCell(setting, column, row) : null
  }
}

function ownCell({ t, fields, format }: ColumnSetting, id: string, row: ContactRow): ReactNode {
  const field = fields.find(one => one.id === id)
  const held = row.custom.find(one => one.fieldId === id)
  if (field === undefined || held === undefined) return <ValueText text="" />
  const words = customWords(t, field, held.value)
  if (field.type === 'phone') return <ValueText className="num text-2" text={format.phone(words)} />
  return <ValueText className={field.type === 'number' || field.type === 'date' ? 'num text-2' : 'text-2'} text={words} />
}

function FoundText({ text, search, className }: { readonly text: string; readonly search: string; readonly className: string }) {
  if (text === '') return <ValueText text="" />
  return (
    <span className={className} title={text}>
      <Highlight text={text} query={search} />
    </span>
  )
}

interface NameCellProps {
  readonly t: Translate
  readonly row: ContactRow
  readonly search: string
  readonly withCompany: boolean
}

function NameCell({ t, row, search, withCompany }: NameCellProps) {
  return (
    <span className="name-cell">
      {row.kind === 'organisation' && (
        <span className="name-kind">
          <Icon name="building" size={14} />
          <span className="visually-hidden">{t('contacts:kind.organisation')}</span>
        </span>
      )}
      <span className="name-text" title={row.name}>
        <Highlight text={row.name} query={search} />
      </span>
      {withCompany && row.company !== '' && row.kind === 'person' && (
        <span className="name-company" title={row.company}>
          <Highlight text={row.company} query={search} />
        </span>
      )}
    </span>
  )
}
