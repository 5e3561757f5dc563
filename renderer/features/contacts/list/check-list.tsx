import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { isComposing } from '../../../kernel/composing.ts'
import { useText } from '../../../kernel/i18n.ts'
import { CheckMark } from '../../../ui/choice.tsx'
import { TextInput } from '../../../ui/text-input.tsx'

export interface CheckOption {
  readonly value: string
  readonly label: string
  /** Shown small at its end, e.g. how many have it. */
  readonly note?: string
}

interface CheckListProps {
  readonly label: string
  readonly options: readonly CheckOption[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
  /** What a text that no option equals stands for, e.g. a new tag; without it only options can be chosen. */
  readonly create?: (text: string) => string
  readonly empty?: ReactNode
  /** The box stands there from the beginning, e.g. because the options are still to come. */
  readonly hasBox?: boolean
  /** The box has the focus first in the layer that it stands in. */
  readonly isFirst?: boolean
}

/** From this many on there is a box to find one. */
const findFrom = 9

/** Several of a list, by check boxes: ↑/↓ go from one to the next, typing in the box above narrows them. */
export function CheckList({ label, options, chosen, onChange, create, empty, hasBox = false, isFirst = false }: CheckListProps) {
  const { t } = useText()
  const [text, setText] = useState('')
  const [stop, setStop] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const isFindable = hasBox || create !== undefined || options.length >= findFrom
  const shown = options.filter(option => fold(option.label).includes(fold(text)))
  const isNew = create !== undefined && text.trim() !== '' && !options.some(option => fold(option.label) === fold(text))
  const toggle = (value: string) => onChange(chosen.includes(value) ? chosen.filter(one => one !== value) : [...chosen, value])
  const boxes = () => Array.from(list.current?.querySelectorAll<HTMLInputElement>('input') ?? [])
  const focusAt = (index: number) => {
    const all = boxes()
    const to = Math.max(0, Math.min(all.length - 1, index))
    setStop(to)
    all[to]?.focus()
  }
  const onListKey = (event: KeyboardEvent) => {
    const at = boxes().findIndex(box => box === document.activeElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }[event.key]
    if (at < 0 || to === undefined) return
    event.preventDefault()
    focusAt(to)
  }
  const onBoxKey = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      focusAt(0)
    }
    const [only] = shown
    if (event.key !== 'Enter' || text.trim() === '' || (!isNew && shown.length !== 1)) return
    // what was typed is chosen; only then Enter is for the form
    event.preventDefault()
    event.stopPropagation()
    if (isNew) onChange([...chosen, create(text.trim())])
    else if (only !== undefined) toggle(only.value)
    setText('')
  }
  return (
    <div className="check-list" role="group" aria-label={label}>
      {isFindable && (
        <TextInput
          icon="search"
          data-autofocus={isFirst || undefined}
          aria-label={t('lists:check.find')}
          placeholder={create === undefined ? t('lists:check.find') : t('lists:check.findOrNew')}
          maxLength={50}
          value={text}
          onChange={event => setText(event.target.value)}
          onKeyDown={onBoxKey}
        />
      )}
      <div className="check-options" ref={list} onKeyDown={onListKey}>
        {isNew && (
          <button
            type="button"
            className="check-new"
            onClick={() => {
              onChange([...chosen, create(text.trim())])
              setText('')
            }}
          >
            {t('lists:check.new', { name: text.trim() })}
          </button>
        )}
        {shown.map((option, index) => (
          <label key={option.value} className="check-option" htmlFor={`${id}-${index}`}>
            <CheckMark
              id={`${id}-${index}`}
              checked={chosen.includes(option.value)}
              tabIndex={index === Math.min(stop, shown.length - 1) ? 0 : -1}
              onFocus={() => setStop(index)}
              onChange={() => toggle(option.value)}
            />
            <span className="grow cut">{option.label}</span>
            {option.note !== undefined && <span className="meta num">{option.note}</span>}
          </label>
        ))}
        {shown.length === 0 && !isNew && <p className="meta check-none">{empty ?? t('lists:check.none')}</p>}
      </div>
    </div>
  )
}

function fold(text: string): string {
  return text.normalize('NFKC').trim().toLocaleLowerCase()
}
