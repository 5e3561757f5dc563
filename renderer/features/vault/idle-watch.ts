import { call } from '../../kernel/client.ts'

const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
const everyMs = 5000
let last = Number.NEGATIVE_INFINITY

/** Tells main that somebody is there, at most every few seconds; returns the function that ends it. */
export function watchActivity(): () => void {
  const note = () => {
    if (performance.now() - last >= everyMs) noteActivityNow()
  }
  for (const sign of signs) window.addEventListener(sign, note, { passive: true, capture: true })
  return () => {
    for (const sign of signs) window.removeEventListener(sign, note, { capture: true })
  }
}

export function noteActivityNow(): void {
  last = performance.now()
  void call('app.noteActivity', {})
}
