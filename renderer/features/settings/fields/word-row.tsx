import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { announce } from '../../../kernel/announce.ts'
import { isComposing } from '../../../kernel/composing.ts'
import { useText } from '../../../kernel/i18n.ts'
import { IconButton } from '../../../ui/button.tsx'

interface WordRowProps {
  /** What the row is about, as it is called and spoken. */
  readonly name: string
  readonly index: number
  readonly count: number
  readonly isHidden: boolean
  readonly onMove: (by: -1 | 1) => Promise<boolean> | boolean
  readonly onHide: (hidden: boolean) => void
  /** Null where a word is never taken away. */
  readonly onRemove: (() => void) | null
  readonly children: ReactNode
}

/** One word of a list in its order. Alt and the arrow keys move it, as the two buttons do; the focus goes with it. */
export function WordRow({ name, index, count, isHidden, onMove, onHide, onRemove, children }: WordRowProps) {
  const { t } = useText()
  const row = useRef<HTMLLIElement>(null)
  const move = async (by: -1 | 1) => {
    const to = index + by
    if (to < 0 || to >= count) return
    const focused = document.activeElement
    if (!(await onMove(by))) return
    announce(t('fields:moved', { name, n: to + 1, total: count }))
    // a row that changes its place lets go of the focus
    requestAnimationFrame(() => {
      if (focused instanceof HTMLElement && row.current?.contains(focused) === true) focused.focus()
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || isComposing(event.nativeEvent) || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    void move(event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <li className="word-row" data-hidden={isHidden || undefined} ref={row} onKeyDown={onKeyDown}>
      <div className="word-row-main">{children}</div>
      <MoveButtons {...{ name, index, count }} onMove={by => void move(by)} />
      <IconButton
        size="small"
        icon={isHidden ? 'eye-off' : 'eye'}
        label={isHidden ? t('fields:showThis', { name }) : t('fields:hideThis', { name })}
        onClick={() => onHide(!isHidden)}
      />
      {onRemove !== null && <IconButton size="small" icon="x" label={t('fields:removeThis', { name })} onClick={onRemove} />}
    </li>
  )
}

interface MoveButtonsProps {
  readonly name: string
  readonly index: number
  readonly count: number
  readonly onMove: (by: -1 | 1) => void
}

/** Up and down; at the ends they say why they do nothing. */
export function MoveButtons({ name, index, count, onMove }: MoveButtonsProps) {
  const { t } = useText()
  return (
    <>
      <IconButton
        size="small"
        icon="arrow-up"
        label={t('fields:moveUp', { name })}
        disabledReason={index === 0 ? t('fields:isFirst') : undefined}
        onClick={() => onMove(-1)}
      />
      <IconButton
        size="small"
        icon="arrow-down"
        label={t('fields:moveDown', { name })}
        disabledReason={index === count - 1 ? t('fields:isLast') : undefined}
        onClick={() => onMove(1)}
      />
    </>
  )
}
