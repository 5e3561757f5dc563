import { type ChangeEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import { announce } from '../../kernel/announce.ts'
import { isComposing } from '../../kernel/composing.ts'
import { useText } from '../../kernel/i18n.ts'
import { RemovableChip } from '../../ui/chip.tsx'
import { Field } from '../../ui/field.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { loadTags, useTagStore } from './tag-store.ts'
import { suggestTags, type TagChoice } from './tag-suggestions.ts'

interface TagInputProps {
  readonly tags: readonly string[]
  readonly error: string | undefined
  readonly onAdd: (name: string) => void
  readonly onRemove: (name: string) => void
}

/** Tags as chips and a box that suggests those in use. Enter or a comma adds; Backspace in an empty box takes the last. */
export function TagInput({ tags, error, onAdd, onRemove }: TagInputProps) {
  const { t } = useText()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const box = useRef<HTMLInputElement>(null)
  const listId = useId()
  const known = useTagStore(state => state.tags)
  const choices = open ? suggestTags(known, tags, text) : []
  const add = (name: string) => {
    if (name.trim() === '') return
    onAdd(name)
    announce(t('contacts:tags.added', { name: name.trim() }))
    setText('')
    setActive(-1)
  }
  const remove = (name: string) => {
    onRemove(name)
    announce(t('contacts:tags.removed', { name }))
    box.current?.focus()
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
    if (act === null) return
    event.preventDefault()
    if (act.kind === 'move') {
      setOpen(true)
      setActive(act.to)
    }
    if (act.kind === 'add') add(choices[active]?.name ?? text)
    if (act.kind === 'close') setOpen(false)
    if (act.kind === 'remove') remove(act.name)
  }
  return (
    <Field label={t('contacts:field.tags')} name="tags" error={error} hint={t('contacts:tags.hint')}>
      {control => (
        <div className="tag-input">
          {tags.length > 0 && (
            <span className="tag-chips">
              {tags.map(tag => (
                <RemovableChip key={tag} removeLabel={t('contacts:tags.remove', { name: tag })} onRemove={() => remove(tag)}>
                  {tag}
                </RemovableChip>
              ))}
            </span>
          )}
          <TextInput
            {...control}
            ref={box}
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
            }}
          />
          {choices.length > 0 && <TagChoices {...{ listId, choices, active, onChoose: add }} />}
        </div>
      )}
    </Field>
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
