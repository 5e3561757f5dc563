import { useEffect, useState } from 'react'

/** Whole seconds until a moment (milliseconds since 1970), counting down to 0. */
export function useSecondsLeft(until: number): number {
  const [now, setNow] = useState(() => Date.now())
  const over = now >= until
  useEffect(() => {
    setNow(Date.now())
    if (until <= Date.now()) return undefined
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [until])
  return over ? 0 : Math.ceil((until - now) / 1000)
}
