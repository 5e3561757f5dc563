import { createVaultStore } from '../../kernel/create-vault-store.ts'

interface ShellState {
  /** The sidebar lies over the page: where there is no room for it beside. */
  readonly sidebarOver: boolean
  readonly shortcutsOpen: boolean
  readonly findOpen: boolean
}

export const useShell = createVaultStore<ShellState>(() => ({ sidebarOver: false, shortcutsOpen: false, findOpen: false }))
