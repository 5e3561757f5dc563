import { type KeyboardEvent, useRef } from 'react'
import type { CustomField } from '../../../../shared/features/fields/custom-field.ts'
import { announce } from '../../../kernel/announce.ts'
import { isComposing } from '../../../kernel/composing.ts'
import { useFormat } from '../../../kernel/format.ts'
import { useText } from '../../../kernel/i18n.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { MenuButton } from '../../../ui/menu-button.tsx'
import { hideField, moveField } from './field-acts.ts'
import { MoveButtons } from './word-row.tsx'

interface FieldTableProps {
  readonly fields: readonly CustomField[]
  readonly onEdit: (field: CustomField) => void
  readonly onRemove: (field: CustomField) => void
}

const marks = ['required', 'personal', 'sensitive', 'inList'] as const

/** The shop's own fields in their order. */
export function FieldTable({ fields, onEdit, onRemove }: FieldTableProps) {
  const { t } = useText()
  return (
    <div className="fields-scroll" data-scrolls-sideways>
      <table className="fields-table">
        <thead>
          <tr>
            <th scope="col">{t('fields:column.name')}</th>
            <th scope="col">{t('fields:column.type')}</th>
            {marks.map(mark => (
              <th key={mark} scope="col" className="fields-mark">
                {t(`fields:column.${mark}`)}
              </th>
            ))}
            <th scope="col" className="fields-count">
              {t('fields:column.used')}
            </th>
            <th scope="col">{t('fields:column.order')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field, index) => (
            <FieldRow key={field.id} {...{ fields, field, index, onEdit, onRemove }} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface FieldRowProps extends FieldTableProps {
  readonly field: CustomField
  readonly index: number
}

function FieldRow({ fields, field, index, onEdit, onRemove }: FieldRowProps) {
  const { t } = useText()
  const format = useFormat()
  const { row, move, onKeyDown } = useMoving(fields, index)
  const { name } = field
  return (
    <tr ref={row} data-hidden={field.hidden || undefined} onKeyDown={onKeyDown}>
      <th scope="row">
        <span className="fields-name">
          <button type="button" className="link cut" title={name} onClick={() => onEdit(field)}>
            {name}
          </button>
          {field.hidden && (
            <Chip tone="neutral" icon="eye-off">
              {t('fields:hidden')}
            </Chip>
          )}
        </span>
      </th>
      <td className="nowrap">{t(`fields:type.${field.type}`)}</td>
      {marks.map(mark => (
        <td key={mark} className="fields-mark">
          {field[mark] && <Icon name="check" />}
          <span className="visually-hidden">{field[mark] ? t('fields:value.yes') : t('fields:value.no')}</span>
        </td>
      ))}
      <td className="fields-count num">{format.number(field.used)}</td>
      <td>
        <span className="fields-tools">
          <MoveButtons {...{ name, index, count: fields.length }} onMove={by => void move(by)} />
          <MenuButton
            label={t('fields:more', { name })}
            align="end"
            items={[
              { id: 'edit', label: t('fields:edit'), icon: 'edit', run: () => onEdit(field) },
              field.hidden
                ? { id: 'show', label: t('fields:show'), icon: 'eye', run: () => void hideField(field, false) }
                : { id: 'hide', label: t('fields:hide'), icon: 'eye-off', run: () => void hideField(field, true) },
              { id: 'remove', label: t('fields:remove'), icon: 'trash', danger: true, run: () => onRemove(field) },
            ]}
          />
        </span>
      </td>
    </tr>
  )
}

/** Up and down by button and by Alt and the arrow keys; the focus goes with the row. */
function useMoving(fields: readonly CustomField[], index: number) {
  const { t } = useText()
  const row = useRef<HTMLTableRowElement>(null)
  const move = async (by: -1 | 1) => {
    const to = index + by
    if (to < 0 || to >= fields.length) return
    const focused = document.activeElement
    if (!(await moveField(fields, index, by))) return
    announce(t('fields:moved', { name: fields[index]?.name ?? '', n: to + 1, total: fields.length }))
    requestAnimationFrame(() => {
      if (focused instanceof HTMLElement && row.current?.contains(focused) === true) focused.focus()
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || isComposing(event.nativeEvent) || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    void move(event.key === 'ArrowUp' ? -1 : 1)
  }
  return { row, move, onKeyDown }
}
