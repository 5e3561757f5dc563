import { useState } from 'react'
import { countRules } from '../../../../shared/features/contacts/contact-filter.ts'
import { useText } from '../../../kernel/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Drawer } from '../../../ui/dialog.tsx'
import { useFields } from '../../fields/field-store.ts'
import { queryContacts } from '../contact-list-store.ts'
import { closeFilterEditor, useFilterEditor } from './filter-editor-store.ts'
import { FilterGroupEditor } from './filter-group-editor.tsx'
import { type FilterKind, filterTargets } from './filter-targets.ts'
import { toFilter, toTree, unfinishedCount } from './filter-tree.ts'
import { useListView } from './list-view-store.ts'
import { useFilterCount } from './use-filter-count.ts'

/** Conditions that the contract takes at most. */
const ruleLimit = 100

/** The whole filter, groups within groups, to be written at leisure; the list follows when it is applied. */
export function FilterDrawer() {
  const isOpen = useFilterEditor(state => state.editing.kind === 'groups')
  return isOpen ? <GroupsForm /> : null
}

function GroupsForm() {
  const { t } = useText()
  const fields = useFields()
  const { search, filter: before } = useListView(state => state.now)
  const targets = filterTargets(t, fields)
  const [tree, setTree] = useState(() => toTree(before))
  const kindOf = (key: string): FilterKind | null => targets.find(target => target.key === key)?.kind ?? null
  const filter = toFilter(tree, kindOf)
  const unfinished = unfinishedCount(tree, kindOf)
  const isTooLong = countRules(filter) > ruleLimit
  const count = useFilterCount(search, isTooLong ? null : filter)
  const apply = () => {
    if (isTooLong) return
    closeFilterEditor()
    void queryContacts({ filter })
  }
  const state = isTooLong
    ? t('lists:filter.tooLong', { n: ruleLimit })
    : unfinished > 0
      ? t('lists:filter.unfinishedCount', { n: unfinished })
      : ''
  return (
    <Drawer
      title={t('lists:filter.advancedTitle')}
      onClose={closeFilterEditor}
      onSubmit={apply}
      actions={
        <>
          <span className="grow groups-state">
            {count !== null && !isTooLong && <span className="num">{t('lists:filter.finds', { n: count })}</span>}
            {state !== '' && <span className="meta">{state}</span>}
          </span>
          <Button onClick={closeFilterEditor}>{t('lists:cancel')}</Button>
          <Button kind="primary" type="submit">
            {t('lists:filter.apply')}
          </Button>
        </>
      }
    >
      <FilterGroupEditor group={tree} tree={tree} targets={targets} onChange={setTree} />
    </Drawer>
  )
}
