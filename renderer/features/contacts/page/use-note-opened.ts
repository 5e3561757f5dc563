import { useEffect, useEffectEvent } from 'react'
import type { ContactId } from '../../../../shared/features/contacts/contact.ts'
import { call } from '../../../kernel/client.ts'

/** A page that only comes by while somebody moves through the list is not one that was opened. */
const restMs = 1000

/** Notes that this person opened the page: at once when it was opened on purpose, else once it has stayed for a second. */
export function useNoteOpened(id: ContactId, onPurpose: boolean): void {
  const waitMs = useEffectEvent(() => (onPurpose ? 0 : restMs))
  useEffect(() => {
    const timer = setTimeout(() => void call('contacts.noteOpened', { id }), waitMs())
    return () => clearTimeout(timer)
  }, [id])
}
