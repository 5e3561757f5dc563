import { createContext, useContext } from 'react'
import { useNavigate } from 'react-router'
import type { ContactId } from '../../../../shared/features/contacts/contact.ts'
import { customerPath } from '../../../kernel/paths.ts'
import { wantTitle } from '../contact-page-store.ts'

/** How a page shows another customer where it does not stand among all screens, e.g. in a window of its own. */
export const OpenContact = createContext<((id: ContactId) => void) | null>(null)

/** Opens another customer from the page of one, the focus on her name. */
export function useOpenContact(): (id: ContactId) => void {
  const given = useContext(OpenContact)
  const navigate = useNavigate()
  if (given !== null) return given
  return id => {
    wantTitle(id)
    void navigate(customerPath(id))
  }
}
