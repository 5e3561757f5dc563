export const warningSeconds = 30
const longestCheckMs = 10_000

export interface IdleLockPorts {
  /** Milliseconds of a clock that no person can set. */
  readonly monotonicMs: () => number
  readonly idleMinutes: () => number
  /** Seconds until the lock; 0 when it was called off. */
  readonly onWarning: (seconds: number) => void
  readonly onIdle: () => void
}

/** Locks after the idle time. Checks at least every 10 s and whenever it is told to (after a resume). */
export interface IdleLock {
  readonly start: () => void
  readonly stop: () => void
  readonly noteActivity: () => void
  readonly check: () => void
}

export function createIdleLock(ports: IdleLockPorts): IdleLock {
  let lastActivity = 0
  let isRunning = false
  let hasWarned = false
  let timer: NodeJS.Timeout | undefined

  const stop = (): void => {
    clearTimeout(timer)
    isRunning = false
    hasWarned = false
  }
  const check = (): void => {
    if (!isRunning) return
    const left = ports.idleMinutes() * 60_000 - (ports.monotonicMs() - lastActivity)
    if (left <= 0) {
      stop()
      ports.onIdle()
      return
    }
    const untilWarning = left - warningSeconds * 1000
    if (untilWarning <= 0 && !hasWarned) {
      hasWarned = true
      ports.onWarning(Math.ceil(left / 1000))
    }
    clearTimeout(timer)
    timer = setTimeout(check, Math.min(longestCheckMs, untilWarning > 0 ? untilWarning : left))
  }
  const noteActivity = (): void => {
    // a movement after a long sleep must not call off a lock that is due
    check()
    if (!isRunning) return
    lastActivity = ports.monotonicMs()
    if (!hasWarned) return
    hasWarned = false
    ports.onWarning(0)
  }
  return {
    start: () => {
      stop()
      isRunning = true
      lastActivity = ports.monotonicMs()
      check()
    },
    stop,
    noteActivity,
    check,
  }
}
