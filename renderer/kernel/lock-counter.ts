type Listener = () => void

let locks = 0
const listeners = new Set<Listener>()

/** How often the vault was locked since the page was loaded. */
export function lockCount(): number {
  return locks
}

/** Says that the vault is locked: every vault store forgets, every answer still on its way is refused. */
export function noteLock(): void {
  locks += 1
  for (const listener of listeners) listener()
}

/** Calls the listener at every lock; returns the function that ends it. */
export function onLock(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
