import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { isComposing } from '../kernel/composing.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import { Keys } from './kbd.tsx'
import { Popover } from './popover.tsx'

export interface MenuItem {
  readonly id: string
  readonly label: string
  readonly icon?: IconName
  readonly keys?: readonly string[]
  readonly disabledReason?: string
  readonly danger?: boolean
  /** Of a choice: whether it is the one taken; it then is a radio item. */
  readonly checked?: boolean
  /** A line above it: another group begins. */
  readonly divided?: boolean
  readonly run: () => void
}

interface MenuButtonProps {
  readonly label: string
  /** What the button shows; the label then is its name only. */
  readonly children?: ReactNode
  /** What it shows is also its name; the label then names the menu only. */
  readonly namedByContent?: boolean
  readonly icon?: IconName
  readonly items: readonly MenuItem[]
  readonly align?: 'start' | 'end'
  readonly side?: 'below' | 'above'
  readonly className?: string
}

/** A button that opens a short menu: arrow keys move, Enter runs, Escape closes and gives the focus back. */
export function MenuButton({
  label,
  children,
  icon,
  items,
  align = 'start',
  side = 'below',
  className = '',
  namedByContent = false,
}: MenuButtonProps) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const box = useRef<HTMLSpanElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!open) return undefined
    menuRows(box.current)[0]?.focus()
    const closeOutside = (event: PointerEvent) => {
      if (event.target instanceof Node && box.current?.contains(event.target) !== true) setOpen(false)
    }
    document.addEventListener('pointerdown', closeOutside)
    return () => document.removeEventListener('pointerdown', closeOutside)
  }, [open])

  const close = () => {
    setOpen(false)
    opener.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') event.preventDefault()
      event.stopPropagation()
      close()
      return
    }
    if (moveMenuFocus(event.key, box.current)) event.preventDefault()
  }
  return (
    <span className={`menu-button ${className}`} ref={box}>
      <button
        type="button"
        ref={opener}
        className={children === undefined ? 'icon-button icon-button-default' : 'menu-opener'}
        aria-label={namedByContent ? undefined : label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {children ?? <Icon name={icon ?? 'more'} />}
      </button>
      {open && (
        <div id={id} role="menu" aria-label={label} className={`menu menu-${align} menu-${side}`} onKeyDown={onKeyDown}>
          {items.map(item => (
            <MenuRow key={item.id} item={item} onChosen={close} />
          ))}
        </div>
      )}
    </span>
  )
}

function MenuRow({ item, onChosen }: { readonly item: MenuItem; readonly onChosen: () => void }) {
  const off = item.disabledReason !== undefined
  const run = () => {
    if (off) return
    onChosen()
    item.run()
  }
  const icon = item.checked === true ? 'check' : item.icon
  return (
    <>
      {item.divided === true && <hr className="menu-line" />}
      <button
        type="button"
        role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
        aria-checked={item.checked}
        tabIndex={-1}
        className={`menu-item ${item.danger === true ? 'menu-item-danger' : ''}`}
        aria-disabled={off || undefined}
        title={item.disabledReason}
        onClick={run}
      >
        {icon !== undefined && <Icon name={icon} />}
        {icon === undefined && item.checked === false && <span className="menu-no-icon" />}
        <span className="grow">{item.label}</span>
        {item.keys !== undefined && <Keys keys={item.keys} />}
      </button>
    </>
  )
}

interface PopoverMenuProps {
  readonly anchor: Element
  readonly label: string
  readonly items: readonly MenuItem[]
  readonly onClose: () => void
  readonly align?: 'start' | 'end'
}

/** A menu at any element, e.g. a column's header: keys as in a menu button's. */
export function PopoverMenu({ anchor, label, items, onClose, align = 'start' }: PopoverMenuProps) {
  const box = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') {
      event.preventDefault()
      onClose()
    } else if (moveMenuFocus(event.key, box.current)) event.preventDefault()
  }
  useEffect(() => {
    menuRows(box.current)[0]?.focus()
  }, [])
  return (
    <Popover anchor={anchor} role="region" label={label} onClose={onClose} align={align} className="popover-menu">
      <div ref={box} role="menu" aria-label={label} onKeyDown={onKeyDown}>
        {items.map(item => (
          <MenuRow key={item.id} item={item} onChosen={onClose} />
        ))}
      </div>
    </Popover>
  )
}

function menuRows(box: HTMLElement | null): readonly HTMLElement[] {
  return Array.from(box?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])
}

function moveMenuFocus(key: string, box: HTMLElement | null): boolean {
  const rows = menuRows(box)
  const at = rows.findIndex(row => row === document.activeElement)
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: (at + 1) % rows.length,
    ArrowUp: (at - 1 + rows.length) % rows.length,
    Home: 0,
    End: rows.length - 1,
  }
  const target = targets[key]
  if (target === undefined) return false
  rows[target]?.focus()
  return true
}
