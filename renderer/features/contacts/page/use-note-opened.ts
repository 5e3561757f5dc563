import { useEffect, useEffectEvent } from 'react'
import type { ContactId } from '../../../../shared/features/contacts/contact.ts'
import { call } from '../../../kernel/client.ts'
import { useContactList } from '../contact-list-store.ts'
import { useContactSelection } from '../contact-selection-store.ts'
import { rowAt } from '../paged-window.ts'

/** A page that only comes by while somebody moves through the list is not one that was opened. */
const restMs = 1000

/** Notes that this person opened the page: at once when it was opened on purpose, else once it has stayed for a second. */
export function useNoteOpened(id: ContactId, onPurpose: boolean): void {
  const waitMs = useEffectEvent(() => (onPurpose ? 0 : restMs))
  useEffect(() => {
    const wait = waitMs()
    const timer = setTimeout(() => {
      if (wait === 0 || !hasMovedOn(id)) void call('contacts.noteOpened', { id })
    }, wait)
    return () => clearTimeout(timer)
  }, [id])
}

/** Whether the list's cursor stands on another customer already, whose page is about to be shown. */
function hasMovedOn(id: ContactId): boolean {
  const row = rowAt(useContactList.getState().window, useContactSelection.getState().active)
  return row !== null && row.id !== id
}
