import { type KeyboardEvent, type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { isComposing } from '../kernel/composing.ts'

const open: HTMLElement[] = []
/** What gets the focus back from a layer that closes right now; another layer that opens in its place takes it over. */
let returning: HTMLElement | null = null

interface LayerProps {
  readonly className: string
  /** Escape, and a click beside the box when `closeOnBackdrop` is set. */
  readonly onClose: () => void
  readonly closeOnBackdrop?: boolean
  /** What has the focus first; else the first `[data-autofocus]`, else the first field, else the box. */
  readonly initialFocus?: RefObject<HTMLElement | null>
  readonly children: ReactNode
}

/**
 * Something above the page. All below it is inert (the live regions stay), Escape closes only the topmost layer,
 * and the focus returns to where it was.
 */
export function Layer({ className, onClose, closeOnBackdrop = false, initialFocus, children }: LayerProps) {
  const layer = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = layer.current
    if (element === null) return undefined
    const opener = returning ?? document.activeElement
    open.push(element)
    markInert()
    // tooltips answer a moved focus by drawing, which must not happen while the page is being drawn
    queueMicrotask(() => {
      if (element.isConnected && !element.contains(document.activeElement)) focusFirst(element, initialFocus?.current ?? null)
    })
    return () => {
      open.splice(open.indexOf(element), 1)
      markInert()
      if (opener instanceof HTMLElement) giveBack(opener)
    }
  }, [initialFocus])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isComposing(event.nativeEvent) || event.defaultPrevented) return
    event.preventDefault()
    event.stopPropagation()
    onClose()
  }
  return createPortal(
    <div className={`layer ${className}`} ref={layer} onKeyDown={onKeyDown}>
      <div className="layer-dim" onClick={closeOnBackdrop ? onClose : undefined} />
      {children}
    </div>,
    document.body,
  )
}

/** True while anything lies above the page. */
export function isLayerOpen(): boolean {
  return open.length > 0
}

/** The focus goes back unless something else has taken it meanwhile. */
function giveBack(opener: HTMLElement): void {
  returning = opener
  queueMicrotask(() => {
    returning = null
    const isFree = document.activeElement === null || document.activeElement === document.body
    if (isFree && opener.isConnected) opener.focus()
  })
}

function markInert(): void {
  const top = open.at(-1)
  document.getElementById('root')?.toggleAttribute('inert', top !== undefined)
  for (const element of open) element.toggleAttribute('inert', element !== top)
}

function focusFirst(layer: HTMLElement, wanted: HTMLElement | null): void {
  const first =
    wanted ??
    layer.querySelector<HTMLElement>('[data-autofocus]') ??
    layer.querySelector<HTMLElement>('input, textarea, select') ??
    layer.querySelector<HTMLElement>('[role="dialog"], [role="alertdialog"]')
  first?.focus()
}
