import { type KeyboardEvent, type ReactElement, type ReactNode, useEffect, useRef } from 'react'
import { Link, NavLink, useLocation } from 'react-router'
import { useText } from '../../kernel/i18n.ts'
import { paths, viewPath } from '../../kernel/paths.ts'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'
import { Tooltip } from '../../ui/tooltip.tsx'
import { useListView } from '../contacts/list/list-view-store.ts'
import { usePinnedViews } from './pinned-views-store.ts'
import { useShell } from './shell-store.ts'

interface Module {
  readonly name: 'customers' | 'trash' | 'settings'
  readonly path: string
  readonly icon: IconName
}

const customers: Module = { name: 'customers', path: paths.customers, icon: 'customers' }
const care: readonly Module[] = [
  { name: 'trash', path: paths.trash, icon: 'trash' },
  { name: 'settings', path: paths.settings, icon: 'settings' },
]

interface SideBarProps {
  /** `icons`: 56 px with tooltips. `full`: 208 px. `over`: 208 px above the page. */
  readonly shape: 'icons' | 'full' | 'over'
}

/** The modules that a person may open. */
export function SideBar({ shape }: SideBarProps) {
  const { t } = useText()
  const nav = useRef<HTMLElement>(null)
  const closeOver = () => useShell.setState({ sidebarOver: false })
  useEffect(() => {
    if (shape !== 'over') return undefined
    const opener = document.activeElement
    nav.current?.querySelector('a')?.focus()
    return () => {
      if (opener instanceof HTMLElement) opener.focus()
    }
  }, [shape])
  const onKeyDown = (event: KeyboardEvent) => {
    if (shape !== 'over' || event.key !== 'Escape') return
    event.preventDefault()
    closeOver()
  }
  return (
    <>
      {shape === 'over' && <div className="side-dim" onClick={closeOver} />}
      <nav ref={nav} className={`side side-${shape}`} data-pane="sidebar" aria-label={t('shell:nav.label')} onKeyDown={onKeyDown}>
        <ul>
          <CustomersEntry shape={shape} onGo={closeOver} />
        </ul>
        <hr />
        <ul>
          {care.map(module => (
            <SideLink key={module.name} module={module} shape={shape} onGo={closeOver} />
          ))}
        </ul>
      </nav>
    </>
  )
}

interface EntryProps extends SideBarProps {
  readonly onGo: () => void
}

/** The customers and, below them, the views that were pinned. */
function CustomersEntry({ shape, onGo }: EntryProps) {
  const { t } = useText()
  const views = usePinnedViews(state => state.views)
  const shown = useShownView()
  const isViewShown = views.some(view => view.id === shown)
  return (
    <SideLink module={customers} shape={shape} onGo={onGo} current={isViewShown ? 'location' : 'page'}>
      {views.length > 0 && (
        <ul className="side-views" aria-label={t('shell:nav.views')}>
          {views.map(view => (
            <li key={view.id}>
              <Named name={view.name} shape={shape}>
                <Link
                  to={viewPath(view.id)}
                  className="side-link"
                  aria-current={view.id === shown ? 'page' : undefined}
                  aria-label={shape === 'icons' ? view.name : undefined}
                  onClick={onGo}
                >
                  {shape === 'icons' ? <Initial of={view.name} /> : <Icon name="pin" />}
                  {shape !== 'icons' && <span className="cut">{view.name}</span>}
                </Link>
              </Named>
            </li>
          ))}
        </ul>
      )}
    </SideLink>
  )
}

/** The view that the list shows; null while another page is open. */
function useShownView(): string | null {
  const { pathname } = useLocation()
  const key = useListView(state => state.key)
  return pathname.startsWith(paths.customers) ? key : null
}

interface SideLinkProps extends EntryProps {
  readonly module: Module
  /** What the entry is called while its page is open. */
  readonly current?: 'page' | 'location'
  readonly children?: ReactNode
}

function SideLink({ module, shape, onGo, current = 'page', children }: SideLinkProps) {
  const { t } = useText()
  const name = t(`shell:nav.${module.name}`)
  return (
    <li>
      <Named name={name} shape={shape}>
        <NavLink
          to={module.path}
          className="side-link"
          aria-current={current}
          aria-label={shape === 'icons' ? name : undefined}
          onClick={onGo}
        >
          <Icon name={module.icon} />
          {shape !== 'icons' && <span className="cut">{name}</span>}
        </NavLink>
      </Named>
      {children}
    </li>
  )
}

/** Where there is only room for icons, the name is a tooltip. */
function Named({ name, shape, children }: SideBarProps & { readonly name: string; readonly children: ReactElement }) {
  return shape === 'icons' ? (
    <Tooltip text={name} side="right">
      {children}
    </Tooltip>
  ) : (
    children
  )
}

/** Where there is only room for icons, five pins would all look alike. */
function Initial({ of }: { readonly of: string }) {
  const [first = ''] = of
  return (
    <span className="side-initial" aria-hidden="true">
      {first.toLocaleUpperCase()}
    </span>
  )
}
