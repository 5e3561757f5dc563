import type { CommandId } from '../../../shared/features/app/app-state.ts'
import type { Format } from '../../kernel/format.ts'
import { useText } from '../../kernel/i18n.ts'
import { keyWords } from '../../kernel/key-words.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Highlight } from '../../ui/highlight.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'
import { Keys } from '../../ui/kbd.tsx'
import type { FindRow } from './find-rows.ts'

const commandIcons: Partial<Record<CommandId, IconName>> = {
  'new-contact': 'plus',
  import: 'import',
  settings: 'settings',
  lock: 'lock',
  undo: 'undo',
  redo: 'redo',
  shortcuts: 'keyboard',
  'go-1': 'customers',
  'go-2': 'trash',
  'go-3': 'settings',
  'edit-record': 'edit',
  'trash-record': 'trash',
  'copy-phone': 'copy',
  refresh: 'refresh',
  'filter-list': 'filter',
}

interface FindRowViewProps {
  readonly id: string
  readonly row: FindRow
  readonly query: string
  readonly format: Format
  readonly active: boolean
  readonly onPoint: () => void
  readonly onRun: () => void
}

/** One result. The mouse points and clicks; the keyboard stays in the box and chooses by `aria-activedescendant`. */
export function FindRowView({ id, row, query, format, active, onPoint, onRun }: FindRowViewProps) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={active}
      className={`find-row find-row-${row.kind}`}
      onPointerMove={active ? undefined : onPoint}
      onPointerDown={event => event.preventDefault()}
      onClick={onRun}
    >
      {row.kind === 'customer' && <CustomerCells row={row} query={query} format={format} />}
      {row.kind === 'command' && <CommandCells row={row} query={query} />}
      {row.kind === 'create' && <CreateCells row={row} />}
    </div>
  )
}

interface CustomerCellsProps {
  readonly row: Extract<FindRow, { kind: 'customer' }>
  readonly query: string
  readonly format: Format
}

function CustomerCells({ row, query, format }: CustomerCellsProps) {
  const { t } = useText()
  const { row: customer, matched } = row.hit
  const [firstTag] = customer.tags
  const facts = [format.relative(customer.lastActivityAt), customer.company].filter(fact => fact !== '')
  const elsewhere = query !== '' && matched !== 'name' && matched !== 'phone'
  return (
    <>
      <Avatar name={customer.name} />
      <b className="cut">
        <Highlight text={customer.name} query={query} />
      </b>
      <span className="cut num text-2">
        <Highlight text={format.phone(customer.phone)} query={query} />
      </span>
      <span className="cut text-2">
        <Highlight text={facts.join(' · ')} query={matched === 'company' ? query : ''} />
      </span>
      <span className="find-end">
        {elsewhere && <Chip tone="info">{t('find:in', { field: t(`find:fields.${matched}`) })}</Chip>}
        {!elsewhere && firstTag !== undefined && <Chip>{firstTag}</Chip>}
      </span>
    </>
  )
}

function CommandCells({ row, query }: { readonly row: Extract<FindRow, { kind: 'command' }>; readonly query: string }) {
  const keys = keyWords(row.id)
  return (
    <>
      <span className="find-sign">
        <Icon name={commandIcons[row.id] ?? 'chevron-right'} />
      </span>
      <span className="cut">
        <Highlight text={row.words} query={query} />
      </span>
      <span className="find-end">{keys.length > 0 && <Keys keys={keys} />}</span>
    </>
  )
}

function CreateCells({ row }: { readonly row: Extract<FindRow, { kind: 'create' }> }) {
  const { t } = useText()
  const words = row.phone === '' ? t('find:createNamed', { text: row.name }) : t('find:createPhone', { text: row.phone })
  return (
    <>
      <span className="find-sign">
        <Icon name="plus" />
      </span>
      <span className="cut">{words}</span>
      <span className="find-end" />
    </>
  )
}
