import {
  createContext,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
} from 'react'
import type { Contact } from '../../../../shared/features/contacts/contact.ts'
import { announce } from '../../../kernel/announce.ts'
import { useFormat } from '../../../kernel/format.ts'
import { useText } from '../../../kernel/i18n.ts'
import { loadProvenance, useFieldSource } from './provenance-store.ts'
import { sourceWords } from './provenance-words.ts'

const FactsOf = createContext<Pick<Contact, 'id' | 'revision'> | null>(null)

/**
 * The facts of a page: one tab stop, arrow keys go from fact to fact. Each says on focus and hover where it comes from;
 * that is asked for when somebody first looks.
 */
export function Facts({ contact, children }: { readonly contact: Contact; readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const all = factsIn(box.current)
    if (!all.some(fact => fact.tabIndex === 0)) all[0]?.setAttribute('tabindex', '0')
  })
  const look = () => void loadProvenance(contact)
  const onFocus = (event: FocusEvent) => {
    look()
    if (!(event.target instanceof HTMLElement) || event.target.dataset.fact === undefined) return
    for (const fact of factsIn(box.current)) fact.tabIndex = fact === event.target ? 0 : -1
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.fact === undefined) return
    if (event.key === 'Escape' && event.target.dataset.quiet === undefined) {
      event.target.dataset.quiet = ''
      return
    }
    const all = factsIn(box.current)
    const to = targetOf(event.key, all.indexOf(event.target), all.length)
    if (to === null || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    all[to]?.focus()
  }
  return (
    <FactsOf value={contact}>
      <div className="contact-details" ref={box} onFocus={onFocus} onPointerEnter={look} onKeyDown={onKeyDown}>
        {children}
      </div>
    </FactsOf>
  )
}

function factsIn(box: HTMLElement | null): HTMLElement[] {
  return Array.from(box?.querySelectorAll<HTMLElement>('[data-fact]') ?? [])
}

function targetOf(key: string, at: number, count: number): number | null {
  if (key === 'ArrowDown') return Math.min(count - 1, at + 1)
  if (key === 'ArrowUp') return Math.max(0, at - 1)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}

interface FactProps {
  /** Name of the field as its source names it. */
  readonly field: string
  readonly label: ReactNode
  readonly children: ReactNode
}

/** A field with its value. */
export function Fact({ field, label, children }: FactProps) {
  const id = useId()
  return (
    <div
      className="fact"
      role="group"
      data-fact=""
      tabIndex={-1}
      aria-labelledby={`${id}-label ${id}-value`}
      aria-describedby={`${id}-source`}
      onBlur={listenAgain}
    >
      <span className="fact-label" id={`${id}-label`}>
        {label}
      </span>
      <div className="fact-value" id={`${id}-value`}>
        {children}
      </div>
      <Source id={`${id}-source`} field={field} />
    </div>
  )
}

interface FactListProps {
  readonly label: string
  /** Short values stand beside each other. */
  readonly inline?: boolean
  readonly children: ReactNode
}

/** A field that holds several values, each a `FactItem`. */
export function FactList({ label, inline = false, children }: FactListProps) {
  return (
    <div className="fact-list">
      <span className="fact-label" aria-hidden="true">
        {label}
      </span>
      <div className={`fact-items ${inline ? 'fact-items-inline' : ''}`}>{children}</div>
    </div>
  )
}

interface FactItemProps {
  readonly field: string
  /** What it is one of: "Phone". */
  readonly name: string
  /** What is said of it beside the actions. */
  readonly words: ReactNode
  readonly actions?: ReactNode
}

export function FactItem({ field, name, words, actions }: FactItemProps) {
  const id = useId()
  return (
    <div
      className="fact-item"
      role="group"
      data-fact=""
      tabIndex={-1}
      aria-labelledby={`${id}-name ${id}-words`}
      aria-describedby={`${id}-source`}
      onBlur={listenAgain}
    >
      <span className="visually-hidden" id={`${id}-name`}>
        {name}
      </span>
      <span className="fact-item-words" id={`${id}-words`}>
        {words}
      </span>
      {actions}
      <Source id={`${id}-source`} field={field} />
    </div>
  )
}

/** What Escape had put away comes back with the next visit. */
function listenAgain({ currentTarget }: FocusEvent<HTMLElement>): void {
  delete currentTarget.dataset.quiet
}

const nobody = { id: '', revision: '' } as unknown as Pick<Contact, 'id' | 'revision'> // matches no customer: a fact outside of a page has no source

function Source({ id, field }: { readonly id: string; readonly field: string }) {
  const { t } = useText()
  const format = useFormat()
  const source = useFieldSource(useContext(FactsOf) ?? nobody, field)
  const words = source === null ? '' : sourceWords(t, format, source)
  const box = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    // who has the focus already has heard the value without it
    if (words !== '' && box.current?.parentElement === document.activeElement) announce(words)
  }, [words])
  return (
    <span className="fact-source" id={id} ref={box} hidden={words === ''}>
      {words}
    </span>
  )
}
