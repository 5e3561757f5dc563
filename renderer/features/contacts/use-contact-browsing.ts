import { useCallback, useEffect, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { ContactId } from '../../../shared/features/contacts/contact.ts'
import { customerPath, paths } from '../../kernel/paths.ts'
import { useLayoutWidth } from '../../kernel/use-media-query.ts'
import { trashContacts } from './contact-actions.ts'
import { contactList, useContactList } from './contact-list-store.ts'
import { useContactPageStore, wantTitle } from './contact-page-store.ts'
import { activateContact, activateRow, useContactSelection } from './contact-selection-store.ts'
import { applyToSelected } from './list/bulk-actions.ts'
import { rowAt } from './paged-window.ts'
import { isTicked, targetOf } from './selection-change.ts'

/** A row rests under the cursor this long before its customer is shown beside the list. */
const previewMs = 150

export interface ContactBrowsing {
  /** Null calls off the one that was about to be shown. */
  readonly preview: (id: ContactId | null) => void
  /** Shows the customer and moves the focus to its title. */
  readonly open: (id: ContactId) => void
  /** The customer before (-1) or after (1) in the list; null where the list ends. */
  readonly step: (by: -1 | 1) => (() => void) | null
  readonly trashOne: (id: ContactId, name: string) => Promise<void>
  /** The ticked customers, else the one under the cursor. */
  readonly trashSelected: () => Promise<void>
  /** Told where a movement of the cursor comes from: where only one pane fits, a click opens and a key does not. */
  readonly noteSource: (source: 'pointer' | 'keyboard') => void
}

/** Moving between customers: by the list, by keys, after one was moved to the Trash. */
export function useContactBrowsing(current: ContactId | null): ContactBrowsing {
  const navigate = useNavigate()
  // the view stays in the address, so that its link in the sidebar is marked
  const { search } = useLocation()
  const layout = useLayoutWidth()
  const onePane = layout === 'narrow' || layout === 'column'
  const source = useRef<'pointer' | 'keyboard'>('keyboard')
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(resting.current), [])
  // a person who went elsewhere while an answer was under way must not be called back by it
  const shown = useRef(current)
  useEffect(() => {
    shown.current = current
    return () => {
      shown.current = null
    }
  }, [current])
  // the route follows the cursor a moment later; meanwhile the cursor may have moved on and must not be called back
  const own = useRef(new Set<ContactId>())
  useEffect(() => {
    if (current !== null && !own.current.delete(current)) activateContact(current)
  }, [current])

  const go = useCallback(
    (id: ContactId | null, replace: boolean) => {
      clearTimeout(resting.current)
      // the address is ahead of the page: whoever has just left is not called back
      if (!window.location.hash.startsWith(`#${paths.customers}`)) return
      if (id !== null && id !== current) own.current.add(id)
      void navigate({ pathname: id === null ? paths.customers : customerPath(id), search }, { replace })
    },
    [navigate, current, search],
  )
  const open = (id: ContactId) => {
    wantTitle(id)
    go(id, current === id)
  }
  const preview = (id: ContactId | null) => {
    clearTimeout(resting.current)
    if (id === null) return
    if (onePane) {
      if (source.current === 'pointer') open(id)
      return
    }
    resting.current = setTimeout(() => go(id, current !== null), previewMs)
  }
  const step = (by: -1 | 1) => {
    const { active } = useContactSelection.getState()
    const to = active + by
    if (active < 0 || to < 0 || to >= useContactList.getState().window.total) return null
    return () => void stepTo(to, id => go(id, true))
  }
  const trashOne = async (id: ContactId, name: string) => {
    const next = current === id ? neighbour() : null
    if (!(await trashContacts([id], name)) || shown.current !== id) return
    if (next !== null) activateContact(next)
    go(next, true)
  }
  const trashSelected = async () => {
    const { ticked, active } = useContactSelection.getState()
    const row = rowAt(useContactList.getState().window, active)
    if (targetOf(ticked) === null) return row === null ? undefined : trashOne(row.id, row.name)
    const isDone = await applyToSelected({ do: 'trash' })
    if (isDone && shown.current !== null && ticked.mode === 'ids' && isTicked(ticked, shown.current)) go(null, true)
  }
  return {
    preview,
    open,
    step,
    trashOne,
    trashSelected,
    noteSource: next => {
      source.current = next
    },
  }
}

async function stepTo(index: number, show: (id: ContactId) => void): Promise<void> {
  await contactList.loadIndex(index)
  const row = rowAt(useContactList.getState().window, index)
  if (row === null) return
  activateRow(index)
  const title = document.activeElement?.closest('[data-pane="detail"]')
  if (title !== null && title !== undefined) wantTitle(row.id)
  show(row.id)
}

/** The customer that takes the place of the one under the cursor: the next, else the one before. */
function neighbour(): ContactId | null {
  const { window } = useContactList.getState()
  const { active } = useContactSelection.getState()
  const shown = useContactPageStore.getState().id
  if (active < 0 || rowAt(window, active)?.id !== shown) return null
  return rowAt(window, active + 1)?.id ?? rowAt(window, active - 1)?.id ?? null
}
