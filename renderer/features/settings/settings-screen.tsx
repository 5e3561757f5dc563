import { NavLink, useParams } from 'react-router'
import { useText } from '../../kernel/i18n.ts'
import { paths } from '../../kernel/paths.ts'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ShortcutTable } from '../../ui/shortcut-table.tsx'
import { AboutSection } from './about-section.tsx'
import { AppearanceSection } from './appearance-section.tsx'
import { FieldsSection } from './fields/fields-section.tsx'
import { ListsSection } from './fields/lists-section.tsx'
import { SecuritySection } from './security-section.tsx'
import './settings.css'
import './fields/fields.css'

const sections = ['appearance', 'fields', 'lists', 'security', 'shortcuts', 'about'] as const
type Section = (typeof sections)[number]
const icons: Readonly<Record<Section, IconName>> = {
  appearance: 'palette',
  fields: 'columns',
  lists: 'tag',
  security: 'shield',
  shortcuts: 'keyboard',
  about: 'info',
}

/** What a person can change about the program. Everything takes effect at once; there is no Save. */
export function SettingsScreen() {
  const { t } = useText()
  const params = useParams()
  const section = sections.find(one => one === params.section) ?? 'appearance'
  return (
    <div className="settings">
      <div className="settings-nav" data-pane="list">
        <PageHeading title={t('settings:title')} />
        <nav aria-label={t('settings:sections')}>
          {sections.map(one => (
            <NavLink
              key={one}
              to={one === 'appearance' ? paths.settings : `${paths.settings}/${one}`}
              end
              aria-current={one === section ? 'page' : undefined}
              className="settings-link"
            >
              <Icon name={icons[one]} />
              <span>{t(`settings:${one}.name`)}</span>
            </NavLink>
          ))}
        </nav>
      </div>
      <section className="settings-body" data-pane="detail" aria-labelledby="settings-section">
        <div className={`settings-column ${section === 'fields' ? 'settings-column-wide' : ''}`}>
          <h2 id="settings-section">{t(`settings:${section}.name`)}</h2>
          <p className="text-2">{t(`settings:${section}.lead`)}</p>
          <SectionBody section={section} />
        </div>
      </section>
    </div>
  )
}

function SectionBody({ section }: { readonly section: Section }) {
  switch (section) {
    case 'appearance':
      return <AppearanceSection />
    case 'fields':
      return <FieldsSection />
    case 'lists':
      return <ListsSection />
    case 'security':
      return <SecuritySection />
    case 'shortcuts':
      return <ShortcutTable />
    case 'about':
      return <AboutSection />
  }
}
