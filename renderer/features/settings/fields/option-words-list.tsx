import { type FormEvent, type KeyboardEvent, useId, useState } from 'react'
import type { FieldOption, FieldOptionDraft, OptionList } from '../../../../shared/features/fields/field-option.ts'
import { isComposing } from '../../../kernel/composing.ts'
import { useText } from '../../../kernel/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { builtInWord } from '../../fields/option-words.ts'
import { FieldError } from './choice-rows.tsx'
import { saveOptions } from './field-acts.ts'
import { isSameName, moved } from './list-order.ts'
import { WordRow } from './word-row.tsx'

interface OptionWordsProps {
  readonly list: OptionList
  readonly options: readonly FieldOption[]
}

/** The words of one list: each change is kept at once and can be taken back. */
export function OptionWords({ list, options }: OptionWordsProps) {
  const { t } = useText()
  const nameOf = (option: FieldOption) => (option.name === '' ? builtInWord(t, list, option.key) : option.name)
  const isTaken = (name: string, but: string | null) =>
    options.some(option => option.key !== but && isSameName(nameOf(option), name))
  const put = (option: FieldOption, change: Partial<FieldOption>, words: string) =>
    saveOptions(
      list,
      options.map(one => (one === option ? { ...one, ...change } : one)),
      words,
    )
  return (
    <>
      <ol className="word-rows">
        {options.map((option, index) => {
          const name = nameOf(option)
          return (
            <WordRow
              key={option.key}
              {...{ name, index, count: options.length, isHidden: option.hidden }}
              onMove={by => saveOptions(list, moved(options, index, by), t('fields:done.moved', { name }))}
              onHide={hidden =>
                void put(option, { hidden }, hidden ? t('fields:done.hidden', { name }) : t('fields:done.shown', { name }))
              }
              onRemove={null}
            >
              <OptionName
                name={name}
                builtIn={builtInWord(t, list, option.key)}
                isDefault={option.name === ''}
                isTaken={typed => isTaken(typed, option.key)}
                onRename={next => put(option, { name: next }, t('fields:done.renamed', { name }))}
              />
            </WordRow>
          )
        })}
      </ol>
      <AddOption
        list={list}
        isTaken={typed => isTaken(typed, null)}
        onAdd={name => {
          const made: FieldOptionDraft = { key: null, name, hidden: false }
          return saveOptions(list, [...options, made], t('fields:done.added', { name }))
        }}
      />
    </>
  )
}

interface OptionNameProps {
  readonly name: string
  /** What the language calls it; '' for the shop's own words. */
  readonly builtIn: string
  readonly isDefault: boolean
  readonly isTaken: (typed: string) => boolean
  readonly onRename: (name: string) => Promise<boolean>
}

/** The name in a field: Enter or leaving it renames, Escape lets it be. Emptied, a built-in word has its default name again. */
function OptionName({ name, builtIn, isDefault, isTaken, onRename }: OptionNameProps) {
  const { t } = useText()
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const shown = (typed ?? name).trim()
  const problem = typed === null ? null : shown === '' && builtIn === '' ? 'nameMissing' : isTaken(shown) ? 'choiceTwice' : null
  const keep = async () => {
    if (typed === null || problem !== null) return
    const next = shown === builtIn ? '' : shown
    if (shown !== name && !(await onRename(next))) return
    setTyped(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'Enter') void keep()
    if (event.key === 'Escape') setTyped(null)
  }
  return (
    <div className="option-name">
      <TextInput
        aria-label={t('fields:nameOf', { name })}
        aria-invalid={problem !== null || undefined}
        aria-describedby={`${id}-note`}
        maxLength={50}
        placeholder={builtIn}
        value={typed ?? name}
        onChange={event => setTyped(event.target.value)}
        onBlur={() => void keep()}
        onKeyDown={onKeyDown}
      />
      {problem === null ? (
        <span className="meta" id={`${id}-note`}>
          {builtIn !== '' && (isDefault ? t('fields:defaultName') : t('fields:defaultIs', { name: builtIn }))}
        </span>
      ) : (
        <FieldError id={`${id}-note`} text={t(`fields:problem.${problem}`)} />
      )}
    </div>
  )
}

interface AddOptionProps {
  readonly list: OptionList
  readonly isTaken: (typed: string) => boolean
  readonly onAdd: (name: string) => Promise<boolean>
}

function AddOption({ list, isTaken, onAdd }: AddOptionProps) {
  const { t } = useText()
  const id = useId()
  const [typed, setTyped] = useState('')
  const name = typed.trim()
  const isTwice = name !== '' && isTaken(name)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (name === '' || isTwice) return
    if (await onAdd(name)) setTyped('')
  }
  return (
    <form className="add-option" noValidate onSubmit={event => void submit(event)}>
      <div className="grow">
        <TextInput
          aria-label={t(`fields:addTo.${list}`)}
          aria-invalid={isTwice || undefined}
          aria-describedby={isTwice ? `${id}-error` : undefined}
          placeholder={t(`fields:addTo.${list}`)}
          maxLength={50}
          value={typed}
          onChange={event => setTyped(event.target.value)}
        />
        {isTwice && <FieldError id={`${id}-error`} text={t('fields:problem.choiceTwice')} />}
      </div>
      <Button type="submit" icon="plus" disabledReason={name === '' ? t('fields:problem.nameMissing') : undefined}>
        {t('fields:addWord')}
      </Button>
    </form>
  )
}
