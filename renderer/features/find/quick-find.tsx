import {
  type ChangeEvent,
  type CompositionEvent,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import { useLocation } from 'react-router'
import { announceSoon } from '../../kernel/announce.ts'
import { useText } from '../../kernel/i18n.ts'
import { useCommand } from '../../kernel/use-command.ts'
import { Layer } from '../../ui/layer.tsx'
import { FindBox } from './find-box.tsx'
import { FindFoot } from './find-foot.tsx'
import { asksForCustomers } from './find-query.ts'
import { FindResults } from './find-results.tsx'
import { leaveActions, openFind, search, searchActions, useFind } from './find-store.ts'
import { useFindKeys } from './use-find-keys.ts'
import { useFindRun } from './use-find-run.ts'
import { useFindSections } from './use-find-sections.ts'
import './find.css'

interface QuickFindProps {
  readonly onClose: () => void
}

/** One box for everything: customers, commands, numbers, staff, and what can be done about a customer. */
export function QuickFind({ onClose }: QuickFindProps) {
  const { t } = useText()
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const { text, mode, query, acting, isAnswered } = useFind()
  const { sections, count, hidden } = useFindSections()
  const rows = useMemo(() => sections.flatMap(section => section.rows), [sections])
  const { run, create } = useFindRun(onClose)
  const { active, point, reset, onKeyDown } = useFindKeys(rows, run)
  // before the first key can arrive: a later reset would take what was typed at once
  useLayoutEffect(() => openFind(), [])
  useCommand('find', () => input.current?.select())
  useCommand('new-contact', () => create(asksForCustomers(mode) ? query : ''))
  useCloseOnLeaving(onClose)
  useEffect(() => {
    if (acting !== null) announceSoon(t('find:actionsFor', { name: acting.customer.name }))
    else if (isAnswered && query !== '') announceSoon(t('find:count', { n: count }))
  }, [acting, isAnswered, query, count, t])

  const ask = (next: string, composing: boolean) => {
    reset()
    if (acting === null) void search(next, composing)
    else searchActions(next)
  }
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    const composing = 'isComposing' in event.nativeEvent && event.nativeEvent.isComposing === true
    ask(event.target.value, composing)
  }
  // the last change of a composition still counts as composing: what stands there now is plain text
  const onCompositionEnd = (event: CompositionEvent<HTMLInputElement>) => {
    if (/['’\s]/u.test(event.currentTarget.value)) ask(event.currentTarget.value, false)
  }
  // Escape goes back, then clears, then closes
  const close = () => {
    if (acting !== null) leaveActions()
    else if (text === '') onClose()
    else ask('', false)
  }
  return (
    <Layer className="find-layer" onClose={close} closeOnBackdrop>
      <div className="find" role="dialog" aria-modal="true" aria-label={t('find:title')}>
        <FindBox
          ref={input}
          count={count}
          combobox={{
            'aria-expanded': rows.length > 0,
            'aria-controls': listId,
            'aria-activedescendant': active >= 0 ? `${listId}-${active}` : undefined,
            onChange,
            onCompositionEnd,
            onKeyDown,
          }}
        />
        <FindResults
          listId={listId}
          sections={sections}
          hidden={hidden}
          active={active}
          onPoint={point}
          onRun={row => run(row, 'here')}
        />
        <FindFoot />
      </div>
    </Layer>
  )
}

/**
 * A key may take the page behind the box elsewhere: the box then has done its work. The list that shows the customer
 * under its cursor a moment later stays where it is, and must not take the box away from somebody who types already.
 */
function useCloseOnLeaving(onClose: () => void): void {
  const [, section] = useLocation().pathname.split('/')
  const first = useRef(section)
  const close = useEffectEvent(onClose)
  useEffect(() => {
    if (section !== first.current) close()
  }, [section])
}
