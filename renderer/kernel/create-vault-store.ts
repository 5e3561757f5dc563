import { create, type StoreApi, type UseBoundStore } from 'zustand'
import { onLock } from './lock-counter.ts'

/** A store for anything out of the vault: at every lock it is back at what `initial` gives. */
export function createVaultStore<T extends object>(initial: () => T): UseBoundStore<StoreApi<T>> {
  const store = create<T>(initial)
  onLock(() => store.setState(initial(), true))
  return store
}
