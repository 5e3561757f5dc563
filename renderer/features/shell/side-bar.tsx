import { type KeyboardEvent, useEffect, useRef } from 'react'
import { NavLink } from 'react-router'
import { useText } from '../../kernel/i18n.ts'
import { paths } from '../../kernel/paths.ts'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'
import { Tooltip } from '../../ui/tooltip.tsx'
import { useShell } from './shell-store.ts'

interface Module {
  readonly name: 'customers' | 'trash' | 'settings'
  readonly path: string
  readonly icon: IconName
}

const work: readonly Module[] = [{ name: 'customers', path: paths.customers, icon: 'customers' }]
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
          {work.map(module => (
            <SideLink key={module.name} module={module} shape={shape} onGo={closeOver} />
          ))}
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

interface SideLinkProps extends SideBarProps {
  readonly module: Module
  readonly onGo: () => void
}

function SideLink({ module, shape, onGo }: SideLinkProps) {
  const { t } = useText()
  const name = t(`shell:nav.${module.name}`)
  const link = (
    <NavLink to={module.path} className="side-link" aria-label={shape === 'icons' ? name : undefined} onClick={onGo}>
      <Icon name={module.icon} />
      {shape !== 'icons' && <span className="cut">{name}</span>}
    </NavLink>
  )
  return (
    <li>
      {shape === 'icons' ? (
        <Tooltip text={name} side="right">
          {link}
        </Tooltip>
      ) : (
        link
      )}
    </li>
  )
}
