import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { announce } from '../../kernel/announce.ts'
import { isComposing } from '../../kernel/composing.ts'
import { useText } from '../../kernel/i18n.ts'
import { focusField } from '../../ui/error-summary.tsx'
import { Icon } from '../../ui/icon.tsx'
import { MenuButton } from '../../ui/menu-button.tsx'
import { moveItem, preferItem, removeItem } from './contact-form-edits.ts'
import type { ContactListName } from './contact-form-model.ts'
import { editForm, useContactFormStore } from './contact-form-store.ts'
import { itemWords, rowWords } from './contact-form-words.ts'

interface FormRowProps {
  readonly list: ContactListName
  readonly rowKey: string
  readonly index: number
  readonly count: number
  readonly preferred: boolean
  readonly error: string | undefined
  /** The row's controls; the first gets the attributes that tie the error to it. */
  readonly children: (described: DescribedBy) => ReactNode
}

export interface DescribedBy {
  readonly 'aria-invalid': true | undefined
  readonly 'aria-describedby': string | undefined
}

/** One phone, e-mail … with its menu. Alt and the arrow keys move it; the radio button makes it the preferred one. */
export function FormRow({ list, rowKey, index, count, preferred, error, children }: FormRowProps) {
  const { t } = useText()
  const id = useId()
  const name = rowWords(t, list, index)
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || isComposing(event.nativeEvent) || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(event.key === 'ArrowUp' ? -1 : 1)
  }
  const move = (by: -1 | 1) => {
    const focused = document.activeElement
    editForm(values => moveItem(values, list, rowKey, by))
    const to = Math.min(count, Math.max(1, index + by + 1))
    announce(t('contacts:item.moved', { n: to, total: count }))
    requestAnimationFrame(() => {
      if (focused instanceof HTMLElement && focused.isConnected) focused.focus()
    })
  }
  const remove = () => {
    editForm(values => removeItem(values, list, rowKey))
    announce(t('contacts:item.removed', { what: name }))
    requestAnimationFrame(() => focusAfterRemoval(list, index))
  }
  const items = [
    ...(index > 0 ? [{ id: 'up', label: t('contacts:item.moveUp'), icon: 'arrow-up' as const, run: () => move(-1) }] : []),
    ...(index < count - 1
      ? [{ id: 'down', label: t('contacts:item.moveDown'), icon: 'arrow-down' as const, run: () => move(1) }]
      : []),
    { id: 'remove', label: t('contacts:item.remove'), icon: 'x' as const, run: remove },
  ]
  return (
    <div
      className="form-row"
      role="group"
      aria-label={name}
      data-list={list}
      data-field={`${list}.${rowKey}.value`}
      onKeyDown={onKeyDown}
    >
      <div className="form-row-main">
        <div className="form-row-controls">
          {children({
            'aria-invalid': error !== undefined || undefined,
            'aria-describedby': error === undefined ? undefined : `${id}-error`,
          })}
        </div>
        {count > 1 && (
          <label className="prefer" title={t('contacts:item.preferThis', { what: itemWords(t, list) })}>
            <input
              type="radio"
              name={`preferred-${list}`}
              checked={preferred}
              onChange={() => editForm(values => preferItem(values, list, rowKey))}
            />
            <span>{t('contacts:item.preferred')}</span>
          </label>
        )}
        <MenuButton label={t('contacts:item.rowMore', { what: name })} items={items} align="end" className="row-menu" />
      </div>
      {error !== undefined && (
        <p className="field-error" id={`${id}-error`}>
          <Icon name="octagon" size={14} />
          {error}
        </p>
      )}
    </div>
  )
}

function focusAfterRemoval(list: ContactListName, index: number): void {
  const rows = useContactFormStore.getState().form?.values[list] ?? []
  const next = rows[Math.min(index, rows.length - 1)]
  if (next !== undefined && focusField(`${list}.${next.key}.value`)) return
  document.querySelector<HTMLElement>(`[data-add="${list}"]`)?.focus()
}
