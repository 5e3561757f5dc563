import { memo } from 'react'
import type { Contact } from '../../../../shared/features/contacts/contact.ts'
import { useText } from '../../../kernel/i18n.ts'
import { TagEditor } from './tag-editor.tsx'

const tagsBeside = 12

/** The tags in the column beside the page. */
export const TagsSection = memo(function TagsSection({ contact }: { readonly contact: Contact }) {
  const { t } = useText()
  return (
    <section className="contact-section">
      <div className="section-head">
        <h2>{t('contacts:field.tags')}</h2>
      </div>
      <TagEditor contact={contact} limit={tagsBeside} />
    </section>
  )
})
