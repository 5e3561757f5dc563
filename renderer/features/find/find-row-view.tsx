import type { CommandId } from '../../../shared/features/app/app-state.ts'
import { useText } from '../../kernel/i18n.ts'
import { keyWords } from '../../kernel/key-words.ts'
import { Chip } from '../../ui/chip.tsx'
import { Highlight } from '../../ui/highlight.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'
import { Keys } from '../../ui/kbd.tsx'
import { actionIcons } from './customer-actions.ts'
import { CustomerCells } from './customer-cells.tsx'
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
  'open-in-window': 'window',
  'trash-record': 'trash',
  'copy-phone': 'copy',
  refresh: 'refresh',
  'filter-list': 'filter',
}

interface FindRowViewProps {
  readonly id: string
  readonly row: FindRow
  readonly query: string
  readonly active: boolean
  readonly onPoint: () => void
  readonly onRun: () => void
}

/** One result. The mouse points and clicks; the keyboard stays in the box and chooses by `aria-activedescendant`. */
export function FindRowView({ id, row, query, active, onPoint, onRun }: FindRowViewProps) {
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
      <RowCells row={row} query={query} />
    </div>
  )
}

function RowCells({ row, query }: Pick<FindRowViewProps, 'row' | 'query'>) {
  switch (row.kind) {
    case 'customer':
      return <CustomerCells hit={row.hit} query={query} />
    case 'staff':
      return <StaffCells row={row} query={query} />
    case 'command':
      return <SignCells icon={commandIcons[row.id] ?? 'chevron-right'} words={row.words} query={query} keys={keyWords(row.id)} />
    case 'action':
      return <SignCells icon={actionIcons[row.id]} words={row.words} query={query} keys={[]} />
    case 'create':
      return <CreateCells row={row} />
  }
}

interface SignCellsProps {
  readonly icon: IconName
  readonly words: string
  readonly query: string
  readonly keys: readonly string[]
}

function SignCells({ icon, words, query, keys }: SignCellsProps) {
  return (
    <>
      <span className="find-sign">
        <Icon name={icon} />
      </span>
      <span className="cut">
        <Highlight text={words} query={query} />
      </span>
      <span className="find-end">{keys.length > 0 && <Keys keys={keys} />}</span>
    </>
  )
}

function StaffCells({ row, query }: { readonly row: Extract<FindRow, { kind: 'staff' }>; readonly query: string }) {
  const { t } = useText()
  const { name, customers, isMe } = row.member
  return (
    <>
      <span className="find-sign">
        <Icon name="user" />
      </span>
      <span className="cut">
        <b>
          <Highlight text={name} query={query} />
        </b>
        <span className="text-2">{` · ${t('find:staffCustomers', { n: customers })}`}</span>
      </span>
      <span className="find-end">{isMe && <Chip>{t('find:me')}</Chip>}</span>
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
      <span className="find-end">
        <Keys keys={keyWords('new-contact')} />
      </span>
    </>
  )
}
