import type { Contact } from '../../../../shared/features/contacts/contact.ts'
import type { OptionList } from '../../../../shared/features/fields/field-option.ts'
import { useOptionWords } from '../../fields/option-words.ts'
import type { FormSection } from '../form/form-sections.ts'
import { DetailSection, TextFact } from './detail-section.tsx'

interface MembershipSectionProps {
  readonly contact: Contact
  readonly onEdit: ((section: FormSection) => void) | null
}

/** What the shop says of a customer. */
export function MembershipSection({ contact, onEdit }: MembershipSectionProps) {
  const words = useOptionWords()
  const name = (list: OptionList) => (contact[list] === '' ? '' : words(list, contact[list]) || contact[list])
  return (
    <DetailSection name="membership" onEdit={onEdit}>
      <TextFact field="level" text={name('level')} />
      <TextFact field="stage" text={name('stage')} />
      <TextFact field="memberNo" text={contact.memberNo} />
      <TextFact field="source" text={name('source')} />
      <TextFact field="assigneeId" text={contact.assigneeName} />
    </DetailSection>
  )
}
