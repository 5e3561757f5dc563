import { type ChangeEvent, type ComponentProps, type KeyboardEvent, useId, useState } from 'react'
import { isComposing } from '../../kernel/composing.ts'
import { useText } from '../../kernel/i18n.ts'
import { TextInput } from '../../ui/text-input.tsx'
import { loadTags, useTagStore } from './tag-store.ts'
import { suggestTags, type TagChoice } from './tag-suggestions.ts'

interface TagBoxProps extends Omit<ComponentProps<typeof TextInput>, 'onChange' | 'onKeyDown' | 'onBlur' | 'value'> {
  /** Those that are there already, and so are not suggested. */
  readonly tags: readonly string[]
  readonly onAdd: (name: string) => void
  /** Backspace in an empty box. */
  readonly onRemove?: (name: string) => void
  /** Escape where no suggestions are open. */
  readonly onCancel?: () => void
  /** The box was left; what stood in it is added. */
  readonly onLeave?: () => void
}

/** A box that suggests the tags in use. Enter or a comma adds; while an input method composes, the keys are its own. */
export function TagBox({ tags, onAdd, onRemove, onCancel, onLeave, ...rest }: TagBoxProps) {
  const { t } = useText()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const listId = useId()
  const known = useTagStore(state => state.tags)
  const choices = open ? suggestTags(known, tags, text) : []
  const add = (name: string) => {
    if (name.trim() === '') return
    onAdd(name.trim())
    setText('')
    setActive(-1)
  }
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    const typed = event.target.value
    const isTyping = event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing
    if (isTyping || !/[,，、;；\n]/u.test(typed)) {
      setText(typed)
      setOpen(true)
      setActive(-1)
      return
    }
    for (const part of typed.split(/[,，、;；\n]/u)) add(part)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.metaKey || event.altKey) return
    const act = keyAct(event.key, { open: choices.length > 0, active, count: choices.length, text, tags })
    if (act === null || (act.kind === 'remove' && onRemove === undefined)) {
      if (event.key !== 'Escape' || onCancel === undefined) return
      event.preventDefault()
      event.stopPropagation()
      return onCancel()
    }
    event.preventDefault()
    if (act.kind === 'move') {
      setOpen(true)
      setActive(act.to)
    }
    if (act.kind === 'add') add(choices[active]?.name ?? text)
    if (act.kind === 'close') {
      event.stopPropagation()
      setOpen(false)
    }
    if (act.kind === 'remove') onRemove?.(act.name)
  }
  return (
    <span className="tag-box">
      <TextInput
        {...rest}
        icon="tag"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={choices.length > 0}
        aria-controls={choices.length > 0 ? listId : undefined}
        aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
        placeholder={t('contacts:tags.add')}
        maxLength={500}
        value={text}
        onChange={onChange}
        onKeyDown={onKeyDown}
        onFocus={() => void loadTags()}
        onBlur={() => {
          setOpen(false)
          add(text)
          onLeave?.()
        }}
      />
      {choices.length > 0 && <TagChoices {...{ listId, choices, active, onChoose: add }} />}
    </span>
  )
}

interface TagChoicesProps {
  readonly listId: string
  readonly choices: readonly TagChoice[]
  readonly active: number
  readonly onChoose: (name: string) => void
}

function TagChoices({ listId, choices, active, onChoose }: TagChoicesProps) {
  const { t } = useText()
  return (
    <ul className="tag-choices" role="listbox" id={listId} aria-label={t('contacts:tags.suggestions')}>
      {choices.map((choice, index) => (
        <li
          key={choice.name}
          id={`${listId}-${index}`}
          role="option"
          aria-selected={index === active}
          className="tag-choice"
          onPointerDown={event => {
            event.preventDefault()
            onChoose(choice.name)
          }}
        >
          <span className="grow cut">
            {choice.count === null ? t('contacts:tags.create', { name: choice.name }) : choice.name}
          </span>
          {choice.count !== null && <span className="meta num">{t('contacts:tags.used', { n: choice.count })}</span>}
        </li>
      ))}
    </ul>
  )
}

type KeyAct =
  | { readonly kind: 'move'; readonly to: number }
  | { readonly kind: 'add' }
  | { readonly kind: 'close' }
  | { readonly kind: 'remove'; readonly name: string }

interface KeyPlace {
  readonly open: boolean
  readonly active: number
  readonly count: number
  readonly text: string
  readonly tags: readonly string[]
}

/** What a key does in the box; null leaves it to the page, so that Escape closes the form once the list is closed. */
function keyAct(key: string, { open, active, count, text, tags }: KeyPlace): KeyAct | null {
  if (key === 'ArrowDown') return { kind: 'move', to: count === 0 ? 0 : (active + 1) % count }
  if (key === 'ArrowUp') return { kind: 'move', to: count === 0 ? 0 : (active <= 0 ? count : active) - 1 }
  if (key === 'Enter' && (text.trim() !== '' || active >= 0)) return { kind: 'add' }
  if (key === 'Escape' && open) return { kind: 'close' }
  const last = tags.at(-1)
  return key === 'Backspace' && text === '' && last !== undefined ? { kind: 'remove', name: last } : null
}
