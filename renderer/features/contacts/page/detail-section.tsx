import type { ReactNode } from 'react'
import { useText } from '../../../kernel/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import type { PlainField } from '../contact-form-model.ts'
import { ValueText } from '../contact-values.tsx'
import type { FormSection } from '../form/form-sections.ts'
import { Fact } from './fact.tsx'

interface DetailSectionProps {
  readonly name: FormSection | 'record'
  /** Opens the form at this section; null where nothing can be edited. */
  readonly onEdit: ((section: FormSection) => void) | null
  readonly children: ReactNode
}

/** A part of the details with its own Edit. */
export function DetailSection({ name, onEdit, children }: DetailSectionProps) {
  const { t } = useText()
  const title = t(`contacts:section.${name}`)
  return (
    <section className="contact-section">
      <div className="section-head">
        <h2>{title}</h2>
        {onEdit !== null && name !== 'record' && (
          <Button
            kind="quiet"
            size="small"
            icon="edit"
            className="section-edit"
            aria-label={t('contacts:page.editSection', { section: title })}
            onClick={() => onEdit(name)}
          >
            {t('contacts:page.edit')}
          </Button>
        )}
      </div>
      {children}
    </section>
  )
}

interface TextFactProps {
  readonly field: PlainField | 'birthday'
  readonly text: string
}

/** A field that holds one text; what is empty says so. */
export function TextFact({ field, text }: TextFactProps) {
  const { t } = useText()
  return (
    <Fact field={field} label={t(`contacts:field.${field}`)}>
      <ValueText text={text} />
    </Fact>
  )
}
