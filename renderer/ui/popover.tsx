import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { Layer } from './layer.tsx'

interface PopoverProps {
  /** What it stands at. */
  readonly anchor: Element
  readonly onClose: () => void
  /** Spoken name of the box. */
  readonly label: string
  /** A menu has a role of its own: around it the box is only a named part of the page. */
  readonly role?: 'dialog' | 'region'
  readonly align?: 'start' | 'end'
  readonly className?: string
  readonly children: ReactNode
}

const gap = 4
const edge = 8

/** A small box at a control: Escape and a click beside it close it, and the focus returns. Stays within the window. */
export function Popover({ anchor, onClose, label, role = 'dialog', align = 'start', className = '', children }: PopoverProps) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const fit = () => place(element, anchor.getBoundingClientRect(), align)
    fit()
    const observer = new ResizeObserver(fit)
    observer.observe(element)
    window.addEventListener('resize', fit)
    return () => {
      observer.disconnect()
      window.removeEventListener('resize', fit)
    }
  }, [anchor, align])
  return (
    <Layer className="popover-layer" onClose={onClose} closeOnBackdrop>
      <div
        ref={box}
        className={`popover ${className}`}
        role={role}
        aria-label={label}
        aria-modal={role === 'dialog' || undefined}
        tabIndex={-1}
      >
        {children}
      </div>
    </Layer>
  )
}

/** Below the anchor; above it where there is more room; never beyond the window. */
function place(box: HTMLElement, at: DOMRect, align: 'start' | 'end'): void {
  const below = window.innerHeight - at.bottom - gap - edge
  const above = at.top - gap - edge
  const wanted = box.scrollHeight
  const isBelow = below >= Math.min(wanted, 240) || below >= above
  const room = Math.max(120, isBelow ? below : above)
  box.style.maxHeight = `${room}px`
  const left = align === 'start' ? at.left : at.right - box.offsetWidth
  box.style.left = `${Math.max(edge, Math.min(left, window.innerWidth - box.offsetWidth - edge))}px`
  box.style.top = isBelow ? `${at.bottom + gap}px` : ''
  box.style.bottom = isBelow ? '' : `${window.innerHeight - at.top + gap}px`
}
