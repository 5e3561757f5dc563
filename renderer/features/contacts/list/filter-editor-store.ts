import { createVaultStore } from '../../../kernel/create-vault-store.ts'

/** What is being written of the filter, and where the box for it stands. */
export type FilterEditing =
  | { readonly kind: 'closed' }
  /** A condition: a new one, of a field or of one still to choose, or the one at a place of the outermost group. */
  | { readonly kind: 'rule'; readonly anchor: Element; readonly target: string | null; readonly index: number | null }
  /** The whole filter with its groups. */
  | { readonly kind: 'groups' }

export const useFilterEditor = createVaultStore<{ readonly editing: FilterEditing }>(() => ({ editing: { kind: 'closed' } }))

/** Opens the box for a condition at an element. */
export function editRule(anchor: Element, what: { readonly target?: string; readonly index?: number } = {}): void {
  useFilterEditor.setState({ editing: { kind: 'rule', anchor, target: what.target ?? null, index: what.index ?? null } })
}

export function editGroups(): void {
  useFilterEditor.setState({ editing: { kind: 'groups' } })
}

export function closeFilterEditor(): void {
  useFilterEditor.setState({ editing: { kind: 'closed' } })
}
