import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { ContactId } from '../../../../shared/features/contacts/contact.ts'
import { countRules } from '../../../../shared/features/contacts/contact-filter.ts'
import { useText } from '../../../kernel/i18n.ts'
import { paths } from '../../../kernel/paths.ts'
import { setPreferences, usePreferences } from '../../../kernel/preferences-store.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { MenuButton, type MenuItem } from '../../../ui/menu-button.tsx'
import { contactList } from '../contact-list-store.ts'
import { ColumnMenu } from './column-menu.tsx'
import { FilterBar } from './filter-bar.tsx'
import { editRule } from './filter-editor-store.ts'
import { ListSearch } from './list-search.tsx'
import { useListView } from './list-view-store.ts'
import { ViewMenu } from './view-menu.tsx'

interface ListHeadProps {
  /** A shop without customers has nothing to look through. */
  readonly isFirstUse: boolean
  readonly onPreview: (id: ContactId | null) => void
  readonly onView: (key: string) => void
}

/** Title, view, search, filter and columns of the list. */
export function ListHead({ isFirstUse, onPreview, onView }: ListHeadProps) {
  const { t } = useText()
  const navigate = useNavigate()
  const items = useListMenu()
  return (
    <>
      <header className="pane-head list-head">
        <h1 tabIndex={-1} className="cut">
          {t('contacts:title')}
        </h1>
        {!isFirstUse && <ViewMenu onChoose={onView} />}
        <span className="grow" />
        <Button icon="plus" onClick={() => void navigate(paths.newCustomer)}>
          {t('contacts:list.new')}
        </Button>
        <MenuButton label={t('contacts:list.more')} items={items} align="end" />
      </header>
      {!isFirstUse && (
        <>
          <div className="list-tools">
            <ListSearch onPreview={onPreview} />
            <FilterButton />
            <ColumnsButton />
          </div>
          <FilterBar />
        </>
      )}
    </>
  )
}

function FilterButton() {
  const { t } = useText()
  const filter = useListView(state => state.now.filter)
  const count = countRules(filter)
  return (
    <Button
      icon="filter"
      className="filter-button"
      data-on={count > 0 || undefined}
      aria-haspopup="dialog"
      onClick={event => editRule(event.currentTarget)}
    >
      {count === 0 ? t('lists:filter.button') : t('lists:filter.buttonCount', { n: count })}
    </Button>
  )
}

function ColumnsButton() {
  const { t } = useText()
  const [anchor, setAnchor] = useState<Element | null>(null)
  return (
    <>
      <IconButton
        outlined
        icon="columns"
        label={t('lists:columns.title')}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={event => setAnchor(event.currentTarget)}
      />
      {anchor !== null && <ColumnMenu anchor={anchor} onClose={() => setAnchor(null)} />}
    </>
  )
}

const densities = ['compact', 'default', 'roomy'] as const

function useListMenu(): readonly MenuItem[] {
  const { t } = useText()
  const navigate = useNavigate()
  const density = usePreferences(state => state.density)
  return [
    { id: 'import', label: t('contacts:list.import'), icon: 'import', run: () => void navigate(paths.import) },
    { id: 'refresh', label: t('contacts:list.refresh'), icon: 'refresh', run: () => void contactList.refresh() },
    ...densities.map(one => ({
      id: `density-${one}`,
      label: t('contacts:list.densityChoice', { as: t(`contacts:density.${one}`) }),
      checked: density === one,
      ...(one === 'compact' ? { divided: true } : {}),
      run: () => void setPreferences({ density: one }),
    })),
  ]
}
