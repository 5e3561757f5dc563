import { useNavigate } from 'react-router'
import type { ContactId } from '../../../../shared/features/contacts/contact.ts'
import { customerPath } from '../../../kernel/paths.ts'
import { wantTitle } from '../contact-page-store.ts'

/** Opens another customer from the page of one, the focus on her name. */
export function useOpenContact(): (id: ContactId) => void {
  const navigate = useNavigate()
  return id => {
    wantTitle(id)
    void navigate(customerPath(id))
  }
}
