import { useEffect, useState } from 'react'

/** Whole seconds until a moment (milliseconds since 1970), counting down to 0. */
export function useSecondsLeft(until: number): number {
  const [left, setLeft] = useState(() => secondsUntil(until))
  useEffect(() => {
    const tick = () => setLeft(secondsUntil(until))
    const first = setTimeout(tick)
    const timer = until > Date.now() ? setInterval(tick, 250) : undefined
    return () => {
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [until])
  return left
}

function secondsUntil(until: number): number {
  return Math.max(0, Math.ceil((until - Date.now()) / 1000))
}
