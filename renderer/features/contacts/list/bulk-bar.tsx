import { useEffect, useLayoutEffect, useState } from 'react'
import type { OptionList } from '../../../../shared/features/fields/field-option.ts'
import { announceSoon } from '../../../kernel/announce.ts'
import { useText } from '../../../kernel/i18n.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { MenuButton, type MenuItem, PopoverMenu } from '../../../ui/menu-button.tsx'
import { useStaff } from '../../fields/field-store.ts'
import { useContactList } from '../contact-list-store.ts'
import { clearSelection, selectAllFound, useContactSelection } from '../contact-selection-store.ts'
import { tickedCount } from '../selection-change.ts'
import { applyToSelected } from './bulk-actions.ts'
import { TagDialog } from './tag-dialog.tsx'
import { useListVocabulary } from './use-rule-vocabulary.ts'

/** What can be done with all ticked customers. `onTrash` moves them to the Trash. */
export function BulkBar({ onTrash }: { readonly onTrash: () => void }) {
  const { t } = useText()
  const ticked = useContactSelection(state => state.ticked)
  const total = useContactList(state => state.window.total)
  const count = tickedCount(ticked, total)
  const [isTagging, setTagging] = useState(false)
  const [bar, setBar] = useState<HTMLElement | null>(null)
  const isNarrow = useIsNarrow(bar)
  useEffect(() => {
    announceSoon(t('contacts:bulk.selected', { n: count }))
  }, [count, t])
  const tag: MenuItem = { id: 'tag', label: t('lists:bulk.tag'), icon: 'tag', run: () => setTagging(true) }
  const trash: MenuItem = { id: 'trash', label: t('contacts:bulk.trash'), icon: 'trash', run: onTrash }
  // both take away the button that had the focus
  const selectAll = () => {
    selectAllFound()
    requestAnimationFrame(() => bar?.querySelector<HTMLElement>('button')?.focus())
  }
  const clear = () => {
    bar?.closest('[data-pane]')?.querySelector<HTMLElement>('[role="grid"]')?.focus()
    clearSelection()
  }
  return (
    <div className="pane-foot bulk-bar" role="toolbar" aria-label={t('contacts:bulk.bar')} ref={setBar}>
      <span className="num bulk-count">{t('contacts:bulk.selected', { n: count })}</span>
      {ticked.mode === 'ids' && count < total && (
        <button type="button" className="link num" onClick={selectAll}>
          {t('lists:select.all', { n: total })}
        </button>
      )}
      <span className="grow" />
      {isNarrow ? <CollapsedActions {...{ count, tag, trash }} /> : <SpreadActions {...{ tag, trash }} />}
      {isNarrow ? (
        <IconButton size="small" icon="x" label={t('contacts:bulk.clear')} tooltipSide="top" onClick={clear} />
      ) : (
        <Button size="small" kind="quiet" onClick={clear}>
          {t('contacts:bulk.clear')}
        </Button>
      )}
      {isTagging && <TagDialog count={count} onClose={() => setTagging(false)} />}
    </div>
  )
}

interface ActionsProps {
  readonly tag: MenuItem
  readonly trash: MenuItem
}

const lists = ['level', 'stage', 'source'] as const

function SpreadActions({ tag, trash }: ActionsProps) {
  const { t } = useText()
  const choices = useListChoices()
  const staff = useStaffChoices()
  return (
    <>
      <Button size="small" icon="tag" onClick={tag.run}>
        {tag.label}
      </Button>
      {lists.map(list => (
        <ActionMenu key={list} label={t(`lists:column.${list}`)} items={choices(list)} />
      ))}
      <ActionMenu label={t('lists:bulk.assign')} items={staff} />
      <Button size="small" icon="trash" onClick={trash.run}>
        {trash.label}
      </Button>
    </>
  )
}

function ActionMenu({ label, items }: { readonly label: string; readonly items: readonly MenuItem[] }) {
  return (
    <MenuButton label={label} namedByContent items={items} side="above" align="end" className="action-menu">
      {label}
      <Icon name="chevron-down" size={14} />
    </MenuButton>
  )
}

/** Where there is little room, one button for all; what asks for a word then opens a second menu at the same place. */
function CollapsedActions({ count, tag, trash }: ActionsProps & { readonly count: number }) {
  const { t } = useText()
  const choices = useListChoices()
  const staff = useStaffChoices()
  const [opener, setOpener] = useState<HTMLElement | null>(null)
  const [second, setSecond] = useState<{ readonly label: string; readonly items: readonly MenuItem[] } | null>(null)
  const items: readonly MenuItem[] = [
    tag,
    ...lists.map(list => {
      const label = t(`lists:column.${list}`)
      return { id: list, label: t('lists:bulk.more', { label }), run: () => setSecond({ label, items: choices(list) }) }
    }),
    {
      id: 'assign',
      label: t('lists:bulk.more', { label: t('lists:bulk.assign') }),
      run: () => setSecond({ label: t('lists:bulk.assign'), items: staff }),
    },
    { ...trash, divided: true },
  ]
  return (
    <span ref={setOpener} className="row">
      <MenuButton
        label={t('lists:bulk.actions', { n: count })}
        namedByContent
        items={items}
        side="above"
        align="end"
        className="action-menu"
      >
        {t('lists:bulk.actions', { n: count })}
        <Icon name="chevron-down" size={14} />
      </MenuButton>
      {second !== null && opener !== null && (
        <PopoverMenu anchor={opener} align="end" {...second} onClose={() => setSecond(null)} />
      )}
    </span>
  )
}

function useListChoices(): (list: OptionList) => readonly MenuItem[] {
  const { t } = useText()
  const { choicesOf } = useListVocabulary()
  return list => [
    ...choicesOf(list).map(({ value, label }) => ({
      id: value,
      label,
      run: () => void applyToSelected({ do: 'set', list, key: value }),
    })),
    {
      id: 'none',
      label: t('lists:bulk.none'),
      divided: true,
      run: () => void applyToSelected({ do: 'set', list, key: '' }),
    },
  ]
}

function useStaffChoices(): readonly MenuItem[] {
  const { t } = useText()
  const staff = useStaff()
  return [
    ...staff.map(({ id, name }) => ({ id, label: name, run: () => void applyToSelected({ do: 'assign', staffId: id }) })),
    {
      id: 'none',
      label: t('lists:bulk.nobody'),
      divided: true,
      run: () => void applyToSelected({ do: 'assign', staffId: null }),
    },
  ]
}

/** From this width on, in CSS px, all actions stand side by side. */
const spreadFrom = 640

function useIsNarrow(bar: HTMLElement | null): boolean {
  const [isNarrow, setNarrow] = useState(true)
  useLayoutEffect(() => {
    if (bar === null) return undefined
    const measure = () => setNarrow(bar.clientWidth < spreadFrom)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(bar)
    return () => observer.disconnect()
  }, [bar])
  return isNarrow
}
