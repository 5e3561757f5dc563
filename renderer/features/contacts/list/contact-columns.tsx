import type { ReactNode } from 'react'
import type { ContactRow } from '../../../../shared/features/contacts/contact.ts'
import type { ContactSort } from '../../../../shared/features/contacts/contact-list-query.ts'
import type { CustomField } from '../../../../shared/features/fields/custom-field.ts'
import type { ListColumn } from '../../../../shared/features/views/saved-view.ts'
import type { Format } from '../../../kernel/format.ts'
import type { Translate } from '../../../kernel/i18n.ts'
import { highlighted } from '../../../ui/highlight.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { MenuItem } from '../../../ui/menu-button.tsx'
import type { TableColumn } from '../../../ui/virtual-table.tsx'
import { customWords } from '../../fields/custom-words.ts'
import { birthdayMessage } from '../birthday-format.ts'
import { sortByColumn } from '../contact-list-store.ts'
import { tagList, valueWords } from '../contact-values.tsx'
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
  const withCompany = !columns.includes('company')
  return {
    id: 'name',
    title: t('lists:column.name'),
    // where the rest scrolls away there is room for a whole name
    width: setting.giveWay ? nameWidth : wholeNameWidth,
    grow: 1.6,
    frozen: true,
    ...headerOf(setting, 'name', t('lists:column.name')),
    render: row => nameCell({ t, row, search, withCompany }),
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
  const { t, format, word } = setting
  switch (column) {
    case 'phone':
      return foundText(setting, row.phone === '' ? '' : format.phone(row.phone), 'num text-2')
    case 'tags':
      return tagList(t, row.tags, 2)
    case 'activity':
      return timeCell(format, row.lastActivityAt, format.relative(row.lastActivityAt))
    case 'created':
      return timeCell(format, row.createdAt, format.tableDate(row.createdAt))
    case 'birthday': {
      if (row.birthday === null) return valueWords(t, '')
      const { key, values } = birthdayMessage(row.birthday)
      return valueWords(t, t(`contacts:${key}`, values), 'num text-2')
    }
    case 'level':
    case 'source':
    case 'stage':
      return valueWords(t, word(column, row[column]), 'text-2')
    case 'assignee':
      return valueWords(t, row.assigneeName, 'text-2')
    case 'company':
    case 'alias':
    case 'email':
    case 'place':
    case 'memberNo':
      return foundText(setting, row[column], 'text-2')
    default:
      return isOwnField(column) ? ownCell(setting, column, row) : null
  }
}

function ownCell({ t, fields, format }: ColumnSetting, id: string, row: ContactRow): ReactNode {
  const field = fields.find(one => one.id === id)
  const held = row.custom.find(one => one.fieldId === id)
  if (field === undefined || held === undefined) return valueWords(t, '')
  const words = customWords(t, field, held.value)
  if (field.type === 'phone') return valueWords(t, format.phone(words), 'num text-2')
  return valueWords(t, words, field.type === 'number' || field.type === 'date' ? 'num text-2' : 'text-2')
}

/** The whole date and time are worked out where the pointer rests. */
function timeCell(format: Format, instant: string, words: string): ReactNode {
  return (
    <time
      className="meta num"
      dateTime={instant}
      onPointerEnter={event => {
        event.currentTarget.title = format.dateTime(instant)
      }}
      onPointerLeave={event => event.currentTarget.removeAttribute('title')}
    >
      {words}
    </time>
  )
}

function foundText({ t, search }: ColumnSetting, text: string, className: string): ReactNode {
  if (text === '') return valueWords(t, '')
  return <span className={className}>{highlighted(text, search)}</span>
}

interface NameCell {
  readonly t: Translate
  readonly row: ContactRow
  readonly search: string
  readonly withCompany: boolean
}

function nameCell({ t, row, search, withCompany }: NameCell): ReactNode {
  return (
    <span className="name-cell">
      {row.kind === 'organisation' && (
        <span className="name-kind">
          <Icon name="building" size={14} />
          <span className="visually-hidden">{t('contacts:kind.organisation')}</span>
        </span>
      )}
      <span className="name-text">{highlighted(row.name, search)}</span>
      {withCompany && row.company !== '' && row.kind === 'person' && (
        <span className="name-company">{highlighted(row.company, search)}</span>
      )}
    </span>
  )
}
