import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { type FilterGroup, type FilterRule, isGroup } from '../../../../shared/features/contacts/contact-filter.ts'
import { isComposing } from '../../../kernel/composing.ts'
import { useText } from '../../../kernel/i18n.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Popover } from '../../../ui/popover.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useFields } from '../../fields/field-store.ts'
import { queryContacts } from '../contact-list-store.ts'
import { closeFilterEditor, editGroups, type FilterEditing, useFilterEditor } from './filter-editor-store.ts'
import { type FilterTarget, filterTargets, targetGroups } from './filter-targets.ts'
import { useListView } from './list-view-store.ts'
import { fromRule, newRule, type RuleDraft, toRule } from './rule-draft.ts'
import { RuleForm } from './rule-form.tsx'
import { useFilterCount } from './use-filter-count.ts'

/** The box in which one condition is chosen and written. */
export function FilterPopover() {
  const editing = useFilterEditor(state => state.editing)
  return editing.kind === 'rule' ? <RuleBox key={`${editing.index}-${editing.target}`} editing={editing} /> : null
}

type RuleEditing = Extract<FilterEditing, { kind: 'rule' }>

function RuleBox({ editing }: { readonly editing: RuleEditing }) {
  const { t } = useText()
  const fields = useFields()
  const filter = useListView(state => state.now.filter)
  const targets = filterTargets(t, fields)
  const [draft, setDraft] = useState<RuleDraft | null>(() => startOf(editing, filter, targets))
  const target = targets.find(one => one.key === draft?.target)
  return (
    <Popover
      anchor={editing.anchor}
      label={editing.index === null ? t('lists:filter.add') : t('lists:filter.change')}
      onClose={closeFilterEditor}
      className="filter-box"
    >
      {draft === null || target === undefined ? (
        <TargetPicker targets={targets} onChoose={chosen => setDraft(newRule(chosen))} />
      ) : (
        <RuleEditor
          {...{ target, draft }}
          index={editing.index}
          onChange={setDraft}
          onBack={editing.index === null ? () => setDraft(null) : null}
        />
      )}
    </Popover>
  )
}

interface RuleEditorProps {
  readonly target: FilterTarget
  readonly draft: RuleDraft
  readonly index: number | null
  readonly onChange: (draft: RuleDraft) => void
  /** To another field; null where the field stays. */
  readonly onBack: (() => void) | null
}

function RuleEditor({ target, draft, index, onChange, onBack }: RuleEditorProps) {
  const { t } = useText()
  const { search, filter } = useListView(state => state.now)
  const rule = toRule(draft, target.kind)
  const next = rule === null ? filter : withRule(filter, rule, index)
  const count = useFilterCount(search, next)
  const form = useRef<HTMLFormElement>(null)
  // what to compare with is asked first; how to compare is usually right already
  useEffect(() => {
    const values = form.current?.querySelectorAll<HTMLElement>('.rule-form input, .rule-form select')
    ;(values?.[1] ?? values?.[0])?.focus()
  }, [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (rule === null) return
    closeFilterEditor()
    void queryContacts({ filter: next })
  }
  return (
    <form ref={form} className="filter-form" noValidate onSubmit={submit}>
      <header className="row filter-title">
        {onBack !== null && <IconButton icon="arrow-left" size="small" label={t('lists:filter.otherField')} onClick={onBack} />}
        <h2 className="grow cut">{target.title}</h2>
      </header>
      <RuleForm {...{ target, draft, onChange }} />
      <footer className="row filter-foot">
        <span className="meta num grow">
          {rule === null ? t('lists:filter.unfinished') : count === null ? '' : t('lists:filter.finds', { n: count })}
        </span>
        <Button
          size="small"
          kind="primary"
          type="submit"
          disabledReason={rule === null ? t('lists:filter.unfinished') : undefined}
        >
          {t('lists:filter.apply')}
        </Button>
      </footer>
    </form>
  )
}

function TargetPicker({
  targets,
  onChoose,
}: {
  readonly targets: readonly FilterTarget[]
  readonly onChoose: (target: FilterTarget) => void
}) {
  const { t } = useText()
  const [text, setText] = useState('')
  const box = useRef<HTMLDivElement>(null)
  const wanted = text.normalize('NFKC').trim().toLocaleLowerCase()
  const shown = targets.filter(target => target.title.toLocaleLowerCase().includes(wanted))
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return
    const rows = Array.from(box.current?.querySelectorAll<HTMLElement>('.target') ?? [])
    const at = rows.findIndex(row => row === document.activeElement)
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      rows[Math.max(0, Math.min(rows.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1)))]?.focus()
    }
    const [first] = shown
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement && first !== undefined) {
      event.preventDefault()
      onChoose(first)
    }
  }
  return (
    <div className="target-picker" ref={box} onKeyDown={onKeyDown}>
      <TextInput
        icon="search"
        aria-label={t('lists:filter.findField')}
        placeholder={t('lists:filter.findField')}
        value={text}
        onChange={event => setText(event.target.value)}
      />
      <div className="target-list">
        {targetGroups.map(group => {
          const inGroup = shown.filter(target => target.group === group)
          if (inGroup.length === 0) return null
          return (
            <div key={group} role="group" aria-label={t(`lists:targets.${group}`)}>
              <p className="meta target-group" aria-hidden="true">
                {t(`lists:targets.${group}`)}
              </p>
              {inGroup.map(target => (
                <button key={target.key} type="button" className="menu-item target" onClick={() => onChoose(target)}>
                  <span className="cut">{target.title}</span>
                </button>
              ))}
            </div>
          )
        })}
        {shown.length === 0 && <p className="meta check-none">{t('lists:check.none')}</p>}
      </div>
      <footer className="filter-foot">
        <Button size="small" kind="quiet" icon="filter" onClick={editGroups}>
          {t('lists:filter.advanced')}
        </Button>
      </footer>
    </div>
  )
}

function startOf({ index, target }: RuleEditing, filter: FilterGroup | null, targets: readonly FilterTarget[]): RuleDraft | null {
  const item = index === null ? undefined : filter?.items[index]
  if (item !== undefined && !isGroup(item)) return fromRule(item)
  const wanted = targets.find(one => one.key === target)
  return wanted === undefined ? null : newRule(wanted)
}

/** The filter with a condition in the place of another, or as one more. */
function withRule(filter: FilterGroup | null, rule: FilterRule, index: number | null): FilterGroup {
  if (filter === null) return { match: 'all', items: [rule] }
  return { ...filter, items: index === null ? [...filter.items, rule] : filter.items.with(index, rule) }
}
