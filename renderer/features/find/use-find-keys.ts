import { type KeyboardEvent, useEffect, useEffectEvent, useState } from 'react'
import { isComposing } from '../../kernel/composing.ts'
import type { FindRow } from './find-rows.ts'
import { leaveActions, pointAction, showActions, useFind } from './find-store.ts'
import type { Where } from './use-find-run.ts'

interface FindKeys {
  /** Place of the row that Enter takes; -1 when there is none. */
  readonly active: number
  readonly point: (index: number) => void
  /** The rows are about to be others. */
  readonly reset: () => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
}

/** The keyboard stays in the box: arrows choose, Enter takes, Tab shows what can be done about a customer. */
export function useFindKeys(rows: readonly FindRow[], run: (row: FindRow, where: Where) => void): FindKeys {
  const acting = useFind(state => state.acting)
  const isActing = acting !== null
  const isReady = useFind(state => state.isAnswered) || isActing
  const [picked, setPicked] = useState(0)
  const active = Math.min(acting?.picked ?? picked, rows.length - 1)
  const point = isActing ? pointAction : setPicked
  // Enter and Tab may outrun the answer: they mean the row that is coming, not the one that still stands there
  const [due, setDue] = useState<Deed | null>(null)
  const take = (deed: Deed) => {
    const row = rows[active]
    if (row === undefined) return
    if (deed !== 'actions') run(row, deed)
    else if (row.kind === 'customer') showActions(row.hit.row)
  }
  const takeDue = useEffectEvent(take)
  useEffect(() => {
    if (due !== null && isReady) takeDue(due)
  }, [due, isReady])
  const takeSoon = (deed: Deed) => (isReady ? take(deed) : setDue(deed))
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent)) return
    const row = rows[active]
    const key = wantedBy(event, row?.kind === 'customer' || !isReady, isActing)
    if (key === null) return
    event.preventDefault()
    if (key === 'enter') takeSoon(event.shiftKey ? 'window' : 'here')
    if (key === 'leave') leaveActions()
    if (key === 'up' || key === 'down') point((active + (key === 'down' ? 1 : -1) + rows.length) % Math.max(1, rows.length))
    if (key === 'actions') takeSoon('actions')
  }
  const reset = () => {
    point(0)
    setDue(null)
  }
  return { active, point, reset, onKeyDown }
}

type Deed = Where | 'actions'
type Wanted = 'enter' | 'up' | 'down' | 'actions' | 'leave' | 'nothing'

/** What a key asks for; null when it is the text field's own. */
function wantedBy(event: KeyboardEvent<HTMLInputElement>, canAct: boolean, isActing: boolean): Wanted | null {
  const box = event.currentTarget
  const hasModifier = event.ctrlKey || event.metaKey || event.altKey
  const isAtStart = box.selectionStart === 0 && box.selectionEnd === 0
  const isAtEnd = box.selectionStart === box.value.length && box.selectionEnd === box.value.length
  switch (event.key) {
    case 'Enter':
      return hasModifier ? 'nothing' : 'enter'
    case 'ArrowUp':
    case 'ArrowDown':
      if (hasModifier || event.shiftKey) return null
      return event.key === 'ArrowUp' ? 'up' : 'down'
    case 'Tab':
      if (event.shiftKey || isActing || !canAct) return hasFocusable(box) ? null : 'nothing'
      return 'actions'
    case 'ArrowRight':
      return canAct && isAtEnd && !hasModifier && !event.shiftKey ? 'actions' : null
    case 'ArrowLeft':
    case 'Backspace':
      return isActing && isAtStart && !hasModifier && !event.shiftKey ? 'leave' : null
    default:
      return null
  }
}

/** Whether the box holds anything else that takes the focus: everything below it is inert. */
function hasFocusable(box: HTMLElement): boolean {
  return box.closest('[role="dialog"]')?.querySelector('button') !== null
}
