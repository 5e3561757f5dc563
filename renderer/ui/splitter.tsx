import { type KeyboardEvent, type PointerEvent, useRef } from 'react'

interface SplitterProps {
  readonly label: string
  /** Width of the pane before it, in CSS px. */
  readonly value: number
  readonly min: number
  readonly max: number
  readonly onChange: (value: number) => void
  readonly onReset: () => void
}

const step = 16

/** The line between two panes: drag it, or move it with the arrow keys; double click or Enter resets it. */
export function Splitter({ label, value, min, max, onChange, onReset }: SplitterProps) {
  const drag = useRef<{ x: number; value: number } | null>(null)
  const set = (next: number) => onChange(Math.round(Math.min(max, Math.max(min, next))))
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { x: event.clientX, value }
  }
  const onPointerMove = (event: PointerEvent) => {
    if (drag.current !== null) set(drag.current.value + event.clientX - drag.current.x)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = keyTarget(event.key, { value, min, max })
    if (next === null && event.key !== 'Enter') return
    event.preventDefault()
    if (next === null) onReset()
    else set(next)
  }
  return (
    <div
      className="splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        drag.current = null
      }}
      onDoubleClick={onReset}
      onKeyDown={onKeyDown}
    />
  )
}

function keyTarget(key: string, { value, min, max }: { value: number; min: number; max: number }): number | null {
  switch (key) {
    case 'ArrowLeft':
      return value - step
    case 'ArrowRight':
      return value + step
    case 'Home':
      return min
    case 'End':
      return max
    default:
      return null
  }
}
