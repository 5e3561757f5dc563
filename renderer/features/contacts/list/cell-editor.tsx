import { type KeyboardEvent, useState } from 'react'
import type { ContactRow } from '../../../../shared/features/contacts/contact.ts'
import type { BulkAction } from '../../../../shared/features/contacts/contact-bulk.ts'
import type { ListColumn } from '../../../../shared/features/views/saved-view.ts'
import { isComposing } from '../../../kernel/composing.ts'
import { useText } from '../../../kernel/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Popover } from '../../../ui/popover.tsx'
import { useStaff } from '../../fields/field-store.ts'
import { applyToOne } from './bulk-actions.ts'
import { TagCheckList } from './tag-check-list.tsx'
import { useListVocabulary } from './use-rule-vocabulary.ts'

export const editableColumns = ['tags', 'level', 'assignee', 'stage', 'source'] as const
export type EditableColumn = (typeof editableColumns)[number]

/** The columns that can be changed in the list, in the order in which they stand there. */
export function editableOf(columns: readonly ListColumn[]): readonly EditableColumn[] {
  return columns.flatMap(column => editableColumns.find(one => one === column) ?? [])
}

interface CellEditorProps {
  readonly row: ContactRow
  readonly column: EditableColumn
  readonly anchor: Element
  readonly onClose: () => void
  /** To the editable column before or after. */
  readonly onStep: (by: -1 | 1) => void
}

/** One value of one customer, changed where it stands: Enter saves, Escape leaves it, ←/→ go to the next one. */
export function CellEditor({ row, column, anchor, onClose, onStep }: CellEditorProps) {
  const { t } = useText()
  const label = t('lists:cell.edit', { column: t(`lists:column.${column}`), name: row.name })
  const save = (action: BulkAction) => {
    onClose()
    void applyToOne(row.id, action)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return
    // arrows in a text that is being typed move in it
    if (event.target instanceof HTMLInputElement && event.target.type === 'text' && event.target.value !== '') return
    event.preventDefault()
    onStep(event.key === 'ArrowLeft' ? -1 : 1)
  }
  return (
    <Popover anchor={anchor} label={label} onClose={onClose} className="cell-box">
      <div onKeyDown={onKeyDown}>
        <p className="meta cell-title">{t(`lists:column.${column}`)}</p>
        {column === 'tags' ? (
          <TagsEditor row={row} onSave={save} onClose={onClose} />
        ) : (
          <ChoiceEditor row={row} column={column} onSave={save} label={label} />
        )}
      </div>
    </Popover>
  )
}

interface EditorProps {
  readonly row: ContactRow
  readonly onSave: (action: BulkAction) => void
}

function TagsEditor({ row, onSave, onClose }: EditorProps & { readonly onClose: () => void }) {
  const { t } = useText()
  const [tags, setTags] = useState<readonly string[]>(row.tags)
  const submit = () => {
    const add = tags.filter(tag => !row.tags.includes(tag))
    const remove = row.tags.filter(tag => !tags.includes(tag))
    if (add.length + remove.length === 0) return onClose()
    onSave({ do: 'tag', add, remove })
  }
  return (
    <form
      noValidate
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
      onKeyDown={event => {
        if (event.key !== 'Enter' || isComposing(event.nativeEvent) || event.target instanceof HTMLButtonElement) return
        event.preventDefault()
        submit()
      }}
    >
      <TagCheckList label={t('lists:column.tags')} chosen={tags} onChange={setTags} allowNew />
      <footer className="row filter-foot">
        <span className="meta grow">{t('lists:cell.keys')}</span>
        <Button size="small" kind="primary" type="submit">
          {t('lists:cell.save')}
        </Button>
      </footer>
    </form>
  )
}

interface ChoiceEditorProps extends EditorProps {
  readonly column: Exclude<EditableColumn, 'tags'>
  readonly label: string
}

function ChoiceEditor({ row, column, onSave, label }: ChoiceEditorProps) {
  const { t } = useText()
  const { choicesOf } = useListVocabulary()
  const staff = useStaff()
  const held = column === 'assignee' ? (staff.find(member => member.name === row.assigneeName)?.id ?? '') : row[column]
  const choices = [
    ...choicesOf(column),
    { value: '', label: column === 'assignee' ? t('lists:bulk.nobody') : t('lists:bulk.none') },
  ]
  const choose = (value: string) =>
    onSave(
      column === 'assignee' ? { do: 'assign', staffId: value === '' ? null : value } : { do: 'set', list: column, key: value },
    )
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const rows = Array.from(event.currentTarget.querySelectorAll<HTMLElement>('[role="menuitemradio"]'))
    const at = rows.findIndex(one => one === document.activeElement)
    const to = {
      ArrowDown: (at + 1) % rows.length,
      ArrowUp: (at - 1 + rows.length) % rows.length,
      Home: 0,
      End: rows.length - 1,
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    rows[to]?.focus()
  }
  return (
    <div role="menu" aria-label={label} className="cell-choices" onKeyDown={onKeyDown}>
      {choices.map(({ value, label: words }) => (
        <button
          key={value}
          type="button"
          role="menuitemradio"
          aria-checked={value === held}
          tabIndex={-1}
          className="menu-item"
          {...(value === held ? { 'data-autofocus': true } : {})}
          onClick={() => choose(value)}
        >
          {value === held ? <Icon name="check" /> : <span className="menu-no-icon" />}
          <span className="cut">{words}</span>
        </button>
      ))}
    </div>
  )
}
