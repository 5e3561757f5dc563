const mostCrashes = 3
const spanMs = 60_000

/** Tells whether a page that fell over should be opened again: not after three falls within a minute. */
export function createCrashCounter(monotonicMs: () => number): { readonly mayReopen: () => boolean } {
  let falls: readonly number[] = []
  return {
    mayReopen: () => {
      const now = monotonicMs()
      falls = [...falls.filter(fall => now - fall < spanMs), now]
      return falls.length < mostCrashes
    },
  }
}
