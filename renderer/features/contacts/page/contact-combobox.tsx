import { type CompositionEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { ContactRow } from '../../../../shared/features/contacts/contact.ts'
import { announceSoon } from '../../../kernel/announce.ts'
import { call } from '../../../kernel/client.ts'
import { isComposing } from '../../../kernel/composing.ts'
import { useFormat } from '../../../kernel/format.ts'
import { useText } from '../../../kernel/i18n.ts'
import { Field } from '../../../ui/field.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { TextInput } from '../../../ui/text-input.tsx'

export type FoundContact = Pick<ContactRow, 'id' | 'kind' | 'name'>

interface ContactComboboxProps {
  readonly label: string
  readonly chosen: FoundContact | null
  /** Whether a customer may be chosen; the others are not shown. */
  readonly accepts: (row: ContactRow) => boolean
  readonly hint?: string | undefined
  readonly error?: string | undefined
  /** Null when the text no longer names the chosen one. */
  readonly onChoose: (found: FoundContact | null) => void
}

/** More are asked for than shown, since some that are found may not be chosen. */
const asked = 30
const shownRows = 8

/** Finds a customer as quick find does: by name, pinyin, digits; arrow keys move, Enter chooses, Escape closes the list. */
export function ContactCombobox({ label, chosen, accepts, hint, error, onChoose }: ContactComboboxProps) {
  const { t } = useText()
  const listId = useId()
  const [text, setText] = useState(chosen?.name ?? '')
  const [active, setActive] = useState(0)
  const { rows, isOpen, search, close } = useFoundRows()
  const choices = rows.filter(accepts).slice(0, shownRows)
  const choose = (row: ContactRow | undefined) => {
    if (row === undefined) return
    setText(row.name)
    close()
    onChoose({ id: row.id, kind: row.kind, name: row.name })
  }
  const ask = (typed: string, composing: boolean) => {
    setText(typed)
    setActive(0)
    if (chosen !== null) onChoose(null)
    void search(composing ? typed.replaceAll(/['’\s]/gu, '') : typed)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || !isOpen) return
    const count = Math.max(1, choices.length)
    if (event.key === 'ArrowDown') setActive((active + 1) % count)
    else if (event.key === 'ArrowUp') setActive((active - 1 + count) % count)
    else if (event.key === 'Enter') choose(choices[active])
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <Field {...{ label, error }} {...(hint === undefined ? {} : { hint })}>
      {control => (
        <span className="contact-combobox">
          <TextInput
            {...control}
            autoFocus
            icon="search"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={isOpen && choices.length > 0}
            aria-controls={isOpen && choices.length > 0 ? listId : undefined}
            aria-activedescendant={isOpen && choices.length > 0 ? `${listId}-${active}` : undefined}
            placeholder={t('contacts:link.otherHint')}
            maxLength={200}
            value={text}
            onChange={event => ask(event.target.value, event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing)}
            onCompositionEnd={(event: CompositionEvent<HTMLInputElement>) => ask(event.currentTarget.value, false)}
            onKeyDown={onKeyDown}
            onBlur={close}
          />
          {isOpen && <Choices {...{ listId, choices, active, onChoose: choose }} />}
        </span>
      )}
    </Field>
  )
}

interface ChoicesProps {
  readonly listId: string
  readonly choices: readonly ContactRow[]
  readonly active: number
  readonly onChoose: (row: ContactRow) => void
}

function Choices({ listId, choices, active, onChoose }: ChoicesProps) {
  const { t } = useText()
  const format = useFormat()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => announceSoon(t('contacts:link.resultCount', { n: choices.length })), [t, choices.length])
  const { length } = choices
  // newer engines answer a promise, which must not become the effect's clean-up
  useEffect(() => {
    if (length > 0) list.current?.scrollIntoView({ block: 'nearest' })
  }, [length])
  useEffect(() => {
    document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [listId, active])
  if (choices.length === 0) return <p className="contact-choices contact-no-choice meta">{t('contacts:link.noMatch')}</p>
  return (
    <ul className="contact-choices" ref={list} role="listbox" id={listId} aria-label={t('contacts:link.results')}>
      {choices.map((row, index) => (
        <li
          key={row.id}
          id={`${listId}-${index}`}
          role="option"
          aria-selected={index === active}
          className="contact-choice"
          onPointerDown={event => {
            event.preventDefault()
            onChoose(row)
          }}
        >
          <Icon name={row.kind === 'organisation' ? 'building' : 'user'} size={14} />
          <span className="contact-choice-words">
            <span className="cut">{row.name}</span>
            <span className="meta cut num">{[format.phone(row.phone), row.company].filter(part => part !== '').join(' · ')}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

interface FoundRows {
  readonly rows: readonly ContactRow[]
  readonly isOpen: boolean
  readonly search: (typed: string) => Promise<void>
  readonly close: () => void
}

/** The newest question's answer; nothing for an empty text. */
function useFoundRows(): FoundRows {
  const [rows, setRows] = useState<readonly ContactRow[]>([])
  const [isOpen, setOpen] = useState(false)
  const newest = useRef(0)
  const search = async (typed: string) => {
    newest.current += 1
    const mine = newest.current
    const text = typed.trim()
    if (text === '') return setOpen(false)
    const result = await call('contacts.find', { text: text.slice(0, 200), limit: asked, scope: 'all' })
    if (mine !== newest.current || !result.ok) return
    setRows(result.value.hits.map(hit => hit.row))
    setOpen(true)
  }
  const close = () => {
    newest.current += 1
    setOpen(false)
  }
  return { rows, isOpen, search, close }
}
