import { announce } from '../../../kernel/announce.ts'
import { call } from '../../../kernel/client.ts'
import { failureText } from '../../../kernel/failure-text.ts'
import { text, useText } from '../../../kernel/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { useFields, useStaff } from '../../fields/field-store.ts'
import { useOptionWords } from '../../fields/option-words.ts'
import type { OpenForm } from '../contact-form-store.ts'
import { typedText } from './typed-text.ts'

/** The clipboard's limit in the contract. */
const clipboardLimit = 10_000

/** Puts everything that is typed on the clipboard, for when it cannot be saved here. */
export function TypedCopy({ form }: { readonly form: OpenForm }) {
  const { t } = useText()
  const fields = useFields()
  const staff = useStaff()
  const option = useOptionWords()
  const copy = async () => {
    const { assigneeId } = form.values
    const assigneeName = staff.find(one => one.id === assigneeId)?.name ?? form.assigneeName
    const typed = typedText(form.values, { t, fields, option, assigneeName })
    const result = await call('app.copy', { text: typed.slice(0, clipboardLimit) })
    announce(result.ok ? text('contacts:page.copied') : failureText(text, result.failure), result.ok ? 'polite' : 'assertive')
  }
  return (
    <Button size="small" icon="copy" className="typed-copy" onClick={() => void copy()}>
      {t('contacts:form.copyTyped')}
    </Button>
  )
}
