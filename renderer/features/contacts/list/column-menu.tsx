import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { ListColumn } from '../../../../shared/features/views/saved-view.ts'
import { announce } from '../../../kernel/announce.ts'
import { useText } from '../../../kernel/i18n.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { CheckMark } from '../../../ui/choice.tsx'
import { Popover } from '../../../ui/popover.tsx'
import { useFields } from '../../fields/field-store.ts'
import { type ColumnChoice, columnChoices, moveColumn, toggleColumn } from './list-columns.ts'
import { useListView } from './list-view-store.ts'
import { chooseColumns, resetColumns } from './list-views.ts'

interface ColumnMenuProps {
  readonly anchor: Element
  readonly onClose: () => void
}

/** Which columns the list has, and in which order: Space shows and hides, Alt+↑/↓ moves. */
export function ColumnMenu({ anchor, onClose }: ColumnMenuProps) {
  const { t } = useText()
  const fields = useFields()
  const shown = useListView(state => state.now.columns)
  const box = useRef<HTMLUListElement>(null)
  const choices = columnChoices(t, fields, shown)
  const away = useAway(shown)
  const move = ({ column, title }: ColumnChoice, by: -1 | 1) => {
    const next = moveColumn(shown, column, by)
    if (next.join() === shown.join()) return
    void chooseColumns(next)
    announce(t('lists:columns.moved', { column: title, n: next.indexOf(column) + 1, total: next.length }))
    requestAnimationFrame(() => focusColumn(box.current, column))
  }
  const onKeyDown = (event: KeyboardEvent, choice: ColumnChoice) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    const by = event.key === 'ArrowDown' ? 1 : -1
    if (event.altKey) return choice.shown ? move(choice, by) : undefined
    const next = choices[choices.findIndex(one => one.column === choice.column) + by]
    if (next !== undefined) focusColumn(box.current, next.column)
  }
  return (
    <Popover anchor={anchor} align="end" label={t('lists:columns.title')} onClose={onClose} className="column-box">
      <ul className="column-list" ref={box}>
        {choices.map((choice, index) => (
          <li
            key={choice.column}
            className="column-row"
            data-column={choice.column}
            data-first-hidden={isFirstHidden(choices, index)}
          >
            <label className="column-name">
              <CheckMark
                checked={choice.shown}
                onChange={() => {
                  void chooseColumns(toggleColumn(shown, choice.column))
                  requestAnimationFrame(() => focusColumn(box.current, choice.column))
                }}
                onKeyDown={event => onKeyDown(event, choice)}
              />
              <span className="cut">{choice.title}</span>
            </label>
            {away.has(choice.column) && <span className="meta nowrap">{t('lists:columns.away')}</span>}
            {choice.shown && <MoveButtons choice={choice} index={index} count={shown.length} onMove={move} />}
          </li>
        ))}
      </ul>
      <footer className="row filter-foot">
        <span className="meta grow">{t('lists:columns.hint')}</span>
        <Button size="small" kind="quiet" onClick={() => void resetColumns()}>
          {t('lists:columns.reset')}
        </Button>
      </footer>
    </Popover>
  )
}

interface MoveButtonsProps {
  readonly choice: ColumnChoice
  readonly index: number
  readonly count: number
  readonly onMove: (choice: ColumnChoice, by: -1 | 1) => void
}

function MoveButtons({ choice, index, count, onMove }: MoveButtonsProps) {
  const { t } = useText()
  const { title } = choice
  return (
    <span className="column-moves">
      {index > 0 && (
        <IconButton
          size="small"
          icon="arrow-up"
          tabIndex={-1}
          label={t('lists:columns.up', { column: title })}
          onClick={() => onMove(choice, -1)}
        />
      )}
      {index < count - 1 && (
        <IconButton
          size="small"
          icon="arrow-down"
          tabIndex={-1}
          label={t('lists:columns.down', { column: title })}
          onClick={() => onMove(choice, 1)}
        />
      )}
    </span>
  )
}

/** Columns that are chosen but not drawn, since the list is too narrow for them now. */
function useAway(shown: readonly ListColumn[]): ReadonlySet<ListColumn> {
  const [away, setAway] = useState<ReadonlySet<ListColumn>>(new Set())
  useEffect(() => {
    // the table takes the columns in the same frame as this menu
    const frame = requestAnimationFrame(() => {
      const table = document.querySelector('.contact-table')
      const isDrawn = (column: ListColumn) => table?.querySelector(`th[data-col="${column}"]`) !== null
      setAway(new Set(shown.filter(column => !isDrawn(column))))
    })
    return () => cancelAnimationFrame(frame)
  }, [shown])
  return away
}

function isFirstHidden(choices: readonly ColumnChoice[], index: number): true | undefined {
  return (choices[index]?.shown === false && choices[index - 1]?.shown === true) || undefined
}

function focusColumn(box: HTMLElement | null, column: ListColumn): void {
  box?.querySelector<HTMLElement>(`[data-column="${column}"] input`)?.focus()
}
