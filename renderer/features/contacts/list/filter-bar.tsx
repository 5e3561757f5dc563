import { type FilterGroup, isGroup } from '../../../../shared/features/contacts/contact-filter.ts'
import { useText } from '../../../kernel/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { MenuButton } from '../../../ui/menu-button.tsx'
import { clearFilters, queryContacts } from '../contact-list-store.ts'
import { editGroups, editRule } from './filter-editor-store.ts'
import { isViewEdited, useListView } from './list-view-store.ts'
import { itemWords } from './rule-words.ts'
import { useListVocabulary } from './use-rule-vocabulary.ts'
import { ViewChanges } from './view-changes.tsx'

const matches = ['all', 'any', 'none'] as const

/** What the list is filtered by, each condition in words, and what was changed of the view. Nothing while there is neither. */
export function FilterBar() {
  const { t } = useText()
  const { key, base, now } = useListView()
  const isEdited = isViewEdited({ key, base, now })
  const { filter } = now
  if (filter === null && !isEdited) return null
  return (
    <div className="filter-bar" role="group" aria-label={t('lists:filter.bar')}>
      {filter !== null && <FilterChips filter={filter} />}
      {isEdited && <ViewChanges />}
    </div>
  )
}

function FilterChips({ filter }: { readonly filter: FilterGroup }) {
  const { t } = useText()
  const vocabulary = useListVocabulary()
  const remove = (index: number) => {
    const items = filter.items.toSpliced(index, 1)
    void queryContacts({ filter: items.length === 0 ? null : { ...filter, items } })
  }
  return (
    <>
      {(filter.items.length > 1 || filter.match === 'none') && (
        <MenuButton
          className="match-menu"
          label={t('lists:match.label')}
          namedByContent
          items={matches.map(match => ({
            id: match,
            label: t(`lists:match.${match}`),
            checked: filter.match === match,
            run: () => void queryContacts({ filter: { ...filter, match } }),
          }))}
        >
          {t(`lists:match.${filter.match}`)}
          <Icon name="chevron-down" size={12} />
        </MenuButton>
      )}
      {filter.items.map((item, index) => {
        const words = itemWords(vocabulary, item)
        return (
          <span key={index} className="chip chip-info chip-removable filter-chip">
            <button
              type="button"
              className="filter-words cut"
              title={words}
              aria-label={t('lists:filter.changeThis', { words })}
              onClick={event => (isGroup(item) ? editGroups() : editRule(event.currentTarget, { index }))}
            >
              {words}
            </button>
            <button
              type="button"
              className="chip-remove"
              aria-label={t('lists:filter.removeThis', { words })}
              onClick={() => remove(index)}
            >
              <Icon name="x" size={12} />
            </button>
          </span>
        )
      })}
      <Button size="small" kind="quiet" onClick={() => void clearFilters()}>
        {t('common:clearFilters')}
      </Button>
    </>
  )
}
