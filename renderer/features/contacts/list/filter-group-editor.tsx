import { type KeyboardEvent, useId } from 'react'
import { filterDepth } from '../../../../shared/features/contacts/contact-filter.ts'
import { announce } from '../../../kernel/announce.ts'
import { useText } from '../../../kernel/i18n.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { MenuButton, type MenuItem } from '../../../ui/menu-button.tsx'
import { SelectInput } from '../../../ui/text-input.tsx'
import { type FilterTarget, targetGroups } from './filter-targets.ts'
import {
  appendTo,
  isTreeGroup,
  levelOf,
  moveItem,
  newGroup,
  newTreeRule,
  removeItem,
  replaceItem,
  setMatch,
  type TreeGroup,
  type TreeItem,
  type TreeRule,
} from './filter-tree.ts'
import { newRule } from './rule-draft.ts'
import { RuleForm } from './rule-form.tsx'

interface GroupEditorProps {
  readonly group: TreeGroup
  /** The whole filter that the group is part of. */
  readonly tree: TreeGroup
  readonly targets: readonly FilterTarget[]
  readonly onChange: (tree: TreeGroup) => void
}

const matches = ['all', 'any', 'none'] as const

/** Conditions and groups that belong together. Alt+↑/↓ moves the one with the focus, in and out of groups on its way. */
export function FilterGroupEditor({ group, tree, targets, onChange }: GroupEditorProps) {
  const { t } = useText()
  const isWhole = group.key === tree.key
  const [first] = targets
  const add = (item: TreeItem) => {
    onChange(appendTo(tree, group.key, item))
    focusItem(item.key)
  }
  return (
    <fieldset className={`filter-group ${isWhole ? 'filter-group-whole' : ''}`} data-item={group.key}>
      <legend className="visually-hidden">{t(`lists:match.${group.match}`)}</legend>
      <div className="row group-head">
        <SelectInput
          className="match-select"
          aria-label={t('lists:match.label')}
          value={group.match}
          onChange={event => onChange(setMatch(tree, group.key, matches.find(one => one === event.target.value) ?? 'all'))}
        >
          {matches.map(match => (
            <option key={match} value={match}>
              {t(`lists:match.${match}`)}
            </option>
          ))}
        </SelectInput>
        <span className="grow" />
        {!isWhole && <ItemMenu item={group} tree={tree} onChange={onChange} />}
      </div>
      {group.items.length === 0 && <p className="meta">{t('lists:group.empty')}</p>}
      {group.items.map(item =>
        isTreeGroup(item) ? (
          <FilterGroupEditor key={item.key} {...{ group: item, tree, targets, onChange }} />
        ) : (
          <RuleRow key={item.key} {...{ item, tree, targets, onChange }} />
        ),
      )}
      <div className="row group-adds">
        <Button size="small" kind="quiet" icon="plus" onClick={() => first !== undefined && add(newTreeRule(newRule(first)))}>
          {t('lists:group.addRule')}
        </Button>
        {levelOf(tree, group.key) < filterDepth && (
          <Button
            size="small"
            kind="quiet"
            icon="plus"
            onClick={() => first !== undefined && add({ ...newGroup([newTreeRule(newRule(first))]), match: 'any' })}
          >
            {t('lists:group.addGroup')}
          </Button>
        )}
      </div>
    </fieldset>
  )
}

interface RuleRowProps extends Omit<GroupEditorProps, 'group'> {
  readonly item: TreeRule
}

function RuleRow({ item, tree, targets, onChange }: RuleRowProps) {
  const { t } = useText()
  const id = useId()
  const target = targets.find(one => one.key === item.rule.target)
  const change = (rule: TreeRule['rule']) => onChange(replaceItem(tree, item.key, () => ({ ...item, rule })))
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(t('lists:group.moved'), { tree, key: item.key, by: event.key === 'ArrowUp' ? -1 : 1, onChange })
  }
  return (
    <div className="rule-row" role="group" aria-labelledby={id} data-item={item.key} onKeyDown={onKeyDown}>
      <span id={id} className="visually-hidden">
        {target?.title ?? t('lists:field.gone')}
      </span>
      <div className="row">
        <SelectInput
          className="grow"
          aria-label={t('lists:rule.field')}
          value={target?.key ?? ''}
          onChange={event => {
            const chosen = targets.find(one => one.key === event.target.value)
            if (chosen !== undefined) change(newRule(chosen))
          }}
        >
          {target === undefined && <option value="">{t('lists:field.gone')}</option>}
          {targetGroups.map(group => {
            const inGroup = targets.filter(one => one.group === group)
            return inGroup.length === 0 ? null : (
              <optgroup key={group} label={t(`lists:targets.${group}`)}>
                {inGroup.map(one => (
                  <option key={one.key} value={one.key}>
                    {one.title}
                  </option>
                ))}
              </optgroup>
            )
          })}
        </SelectInput>
        <ItemMenu item={item} tree={tree} onChange={onChange} />
      </div>
      {target !== undefined && <RuleForm target={target} draft={item.rule} onChange={change} />}
    </div>
  )
}

function ItemMenu({ item, tree, onChange }: { readonly item: TreeItem } & Pick<GroupEditorProps, 'tree' | 'onChange'>) {
  const { t } = useText()
  const words = t('lists:group.moved')
  const moveItemOf = (by: -1 | 1): MenuItem => ({
    id: by < 0 ? 'up' : 'down',
    label: by < 0 ? t('lists:group.up') : t('lists:group.down'),
    icon: by < 0 ? 'arrow-up' : 'arrow-down',
    keys: ['Alt', by < 0 ? '↑' : '↓'],
    ...(moveItem(tree, item.key, by) === null ? { disabledReason: t('lists:group.cannotMove') } : {}),
    run: () => move(words, { tree, key: item.key, by, onChange }),
  })
  return (
    <span className="row item-menu">
      <IconButton
        size="small"
        icon="x"
        label={isTreeGroup(item) ? t('lists:group.removeGroup') : t('lists:group.removeRule')}
        onClick={() => onChange(removeItem(tree, item.key))}
      />
      <MenuButton label={t('lists:group.menu')} align="end" items={[moveItemOf(-1), moveItemOf(1)]} />
    </span>
  )
}

interface Move {
  readonly tree: TreeGroup
  readonly key: number
  readonly by: -1 | 1
  readonly onChange: (tree: TreeGroup) => void
}

function move(words: string, { tree, key, by, onChange }: Move): void {
  const moved = moveItem(tree, key, by)
  if (moved === null) return
  onChange(moved)
  announce(words)
  focusItem(key)
}

/** What was added or moved has the focus, so that the next key acts on it. */
function focusItem(key: number): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-item="${key}"] select`)?.focus())
}
