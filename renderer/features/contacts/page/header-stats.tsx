import type { ReactNode } from 'react'
import type { Contact } from '../../../../shared/features/contacts/contact.ts'
import { useFormat } from '../../../kernel/format.ts'
import { useText } from '../../../kernel/i18n.ts'
import { useOptionWords } from '../../fields/option-words.ts'
import { ValueText } from '../contact-values.tsx'

/** When and how the customer came, and who looks after her: in one line, the same places for everyone. */
export function HeaderStats({ contact }: { readonly contact: Contact }) {
  const { t } = useText()
  const format = useFormat()
  const words = useOptionWords()
  return (
    <dl className="head-stats">
      <Stat label={t('contacts:column.lastActivity')}>
        <span title={format.dateTime(contact.lastActivityAt)}>{format.relative(contact.lastActivityAt)}</span>
      </Stat>
      <Stat label={t('contacts:field.createdAt')}>{format.tableDate(contact.createdAt)}</Stat>
      <Stat label={t('contacts:field.assigneeId')}>
        <ValueText text={contact.assigneeName} />
      </Stat>
      <Stat label={t('contacts:field.source')}>
        <ValueText text={contact.source === '' ? '' : words('source', contact.source) || contact.source} />
      </Stat>
      <Stat label={t('contacts:field.memberNo')}>
        <ValueText text={contact.memberNo} />
      </Stat>
    </dl>
  )
}

function Stat({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="head-stat">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
