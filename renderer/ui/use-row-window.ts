import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { moveWindow, noRows, type RowWindow } from './row-window.ts'

interface ScrolledRows {
  readonly count: number
  /** CSS px, the same for every row. */
  readonly rowHeight: number
  /** CSS px at the top that the rows slide under. */
  readonly headHeight: number
}

interface RowView extends RowWindow {
  /** For the element that scrolls. */
  readonly scroller: RefObject<HTMLDivElement | null>
  /** Inner width of the scroller in CSS px; 0 until it is on screen. */
  readonly width: number
  /** Scrolls as little as shows the whole row. */
  readonly reveal: (index: number) => void
}

/** Which rows of a list of any length are drawn: those on screen and a few more, drawn in the same frame that scrolls. */
export function useRowWindow({ count, rowHeight, headHeight }: ScrolledRows): RowView {
  const scroller = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const [{ width, height }, setSize] = useState({ width: 0, height: 0 })
  const [before, setWindow] = useState(noRows)
  const fitting = Math.ceil(Math.max(0, height - headHeight) / rowHeight) + 1
  const window = moveWindow(before, { top: Math.floor(top / rowHeight), fitting, count })
  if (window !== before) setWindow(window)
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    const measure = () => {
      const size = { width: element.clientWidth, height: element.clientHeight }
      setSize(now => (now.width === size.width && now.height === size.height ? now : size))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [])
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    const follow = () => {
      const focused = focusedRow(element)
      // in the pixels of whole rows, so that nothing is drawn until another row comes
      flushSync(() => setTop(Math.floor(element.scrollTop / rowHeight) * rowHeight))
      if (focused !== null && focused.row.getAttribute(rowNumber) !== focused.number) focused.grid.focus({ preventScroll: true })
    }
    element.addEventListener('scroll', follow, { passive: true })
    return () => element.removeEventListener('scroll', follow)
  }, [rowHeight])
  const reveal = (index: number) => {
    const element = scroller.current
    if (element === null) return
    const from = index * rowHeight
    const to = from + rowHeight + headHeight - element.clientHeight
    if (from < element.scrollTop) element.scrollTop = from
    else if (to > element.scrollTop) element.scrollTop = to
  }
  return { ...window, scroller, width, reveal }
}

const rowNumber = 'aria-rowindex'

/** Where the focus is inside of a row: it must not stay in a place that gets another row. */
function focusedRow(scroller: HTMLElement) {
  const focused = document.activeElement
  const row = focused !== null && scroller.contains(focused) ? focused.closest('tbody tr') : null
  const grid = row?.closest<HTMLElement>('[role="grid"]') ?? null
  return row === null || grid === null ? null : { row, grid, number: row.getAttribute(rowNumber) }
}
