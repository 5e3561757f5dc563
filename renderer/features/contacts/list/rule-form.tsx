import type { KeyboardEvent } from 'react'
import { useText } from '../../../kernel/i18n.ts'
import { SelectInput, TextInput } from '../../../ui/text-input.tsx'
import { CheckList } from './check-list.tsx'
import type { FilterTarget } from './filter-targets.ts'
import { type RuleDraft, type RuleOp, ruleOps, type ValueShape, valueShape, withOp } from './rule-draft.ts'
import { monthName } from './rule-words.ts'
import { TagCheckList } from './tag-check-list.tsx'
import { useListVocabulary } from './use-rule-vocabulary.ts'

interface RuleFormProps {
  readonly target: FilterTarget
  readonly draft: RuleDraft
  readonly onChange: (draft: RuleDraft) => void
}

/** How a field is compared, and with what. */
export function RuleForm({ target, draft, onChange }: RuleFormProps) {
  const { t } = useText()
  const ops: readonly RuleOp[] = ruleOps[target.kind]
  return (
    <div className="rule-form">
      <SelectInput
        aria-label={t('lists:rule.how', { field: target.title })}
        value={draft.op}
        onChange={event => {
          const op = ops.find(one => one === event.target.value)
          if (op !== undefined) onChange(withOp(draft, target.kind, op))
        }}
      >
        {ops.map(op => (
          <option key={op} value={op}>
            {t(`lists:op.${op}`)}
          </option>
        ))}
      </SelectInput>
      <RuleValue {...{ target, draft, onChange }} shape={valueShape(target.kind, draft.op)} />
    </div>
  )
}

function RuleValue({ target, draft, onChange, shape }: RuleFormProps & { readonly shape: ValueShape }) {
  const { t, locale } = useText()
  const { choicesOf } = useListVocabulary()
  const label = t('lists:rule.what', { field: target.title })
  const setFrom = (from: string) => onChange({ ...draft, from })
  switch (shape) {
    case 'none':
      return null
    case 'words': {
      const list = { label, chosen: draft.words, onChange: (words: readonly string[]) => onChange({ ...draft, words }) }
      return target.kind === 'tags' ? <TagCheckList {...list} /> : <CheckList {...list} options={choicesOf(target.key)} />
    }
    case 'month':
      return (
        <SelectInput aria-label={label} value={draft.from} onChange={event => setFrom(event.target.value)}>
          {Array.from({ length: 12 }, (_, index) => (
            <option key={index} value={String(index + 1)}>
              {monthName(locale, index + 1)}
            </option>
          ))}
        </SelectInput>
      )
    case 'two-days':
    case 'two-numbers':
      return (
        <div className="row rule-range">
          <ValueInput shape={shape} label={t('lists:rule.from')} value={draft.from} onChange={setFrom} />
          <span>{t('lists:rule.until')}</span>
          <ValueInput shape={shape} label={t('lists:rule.to')} value={draft.to} onChange={to => onChange({ ...draft, to })} />
        </div>
      )
    case 'days':
      return (
        <div className="row">
          <ValueInput shape={shape} label={label} value={draft.from} onChange={setFrom} />
          <span className="nowrap">{t('lists:rule.days')}</span>
        </div>
      )
    case 'text':
    case 'day':
    case 'number':
      return <ValueInput shape={shape} label={label} value={draft.from} onChange={setFrom} />
  }
}

interface ValueInputProps {
  readonly shape: ValueShape
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function ValueInput({ shape, label, value, onChange }: ValueInputProps) {
  const { t } = useText()
  const isDay = shape === 'day' || shape === 'two-days'
  // Enter that ends a composition is not for the form around
  const keepComposition = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) event.stopPropagation()
  }
  return (
    <TextInput
      aria-label={label}
      value={value}
      maxLength={200}
      inputMode={shape === 'text' ? 'text' : 'decimal'}
      placeholder={isDay ? t('lists:rule.dayHint') : undefined}
      onChange={event => onChange(event.target.value)}
      onKeyDown={keepComposition}
    />
  )
}
