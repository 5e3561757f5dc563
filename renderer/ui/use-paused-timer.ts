import { useCallback, useEffect, useMemo, useRef } from 'react'

export interface PausedTimer {
  readonly start: () => void
  readonly stop: () => void
  /** For the element that holds the time still while the pointer or the focus is on it. */
  readonly pauseOn: {
    readonly onPointerEnter: () => void
    readonly onPointerLeave: () => void
    readonly onFocus: () => void
    readonly onBlur: () => void
  }
}

/** Runs `done` once the time is over; the time does not pass while somebody is at it. */
export function usePausedTimer(milliseconds: number, done: () => void): PausedTimer {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const left = useRef(milliseconds)
  const since = useRef(0)
  const run = useRef(done)
  useEffect(() => {
    run.current = done
  }, [done])
  const stop = useCallback(() => clearTimeout(timer.current), [])
  const resume = useCallback(() => {
    clearTimeout(timer.current)
    since.current = performance.now()
    timer.current = setTimeout(() => run.current(), left.current)
  }, [])
  const pause = useCallback(() => {
    clearTimeout(timer.current)
    left.current = Math.max(0, left.current - (performance.now() - since.current))
  }, [])
  const start = useCallback(() => {
    left.current = milliseconds
    resume()
  }, [milliseconds, resume])
  return useMemo(
    () => ({ start, stop, pauseOn: { onPointerEnter: pause, onPointerLeave: resume, onFocus: pause, onBlur: resume } }),
    [start, stop, pause, resume],
  )
}
