import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { ActSummary } from '../../../shared/features/acts/act.ts'
import type { ContactId } from '../../../shared/features/contacts/contact.ts'
import { announce } from '../../kernel/announce.ts'
import { isComposing } from '../../kernel/composing.ts'
import { useText } from '../../kernel/i18n.ts'
import { showNotice } from '../../kernel/notice-store.ts'
import { offerUndo } from '../../kernel/undo-offer.ts'
import { useCommand } from '../../kernel/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { ErrorSummary, focusField } from '../../ui/error-summary.tsx'
import { Icon } from '../../ui/icon.tsx'
import { FailureNote, Skeleton } from '../../ui/states.tsx'
import { ContactFormFields } from './contact-form-fields.tsx'
import { ConflictNote, DraftOffer } from './contact-form-notes.tsx'
import {
  closeForm,
  hasUnsavedText,
  type OpenForm,
  openContactForm,
  saveForm,
  sealNow,
  useContactFormStore,
} from './contact-form-store.ts'
import { summaryLines } from './contact-form-words.ts'
import { focusSection } from './form/form-sections.ts'
import { TypedCopy } from './form/typed-copy.tsx'
import './contact-form.css'

interface ContactFormDrawerProps {
  /** The form was closed; `saved` is the customer when it was saved at least once. */
  readonly onClosed: (saved: ContactId | null) => void
}

/** The form at the right edge, while one is open. Closing keeps what is typed as a draft. */
export function ContactFormDrawer({ onClosed }: ContactFormDrawerProps) {
  const { t } = useText()
  const { form, opening, failure } = useContactFormStore()
  const [state, setState] = useState<'clean' | 'saved'>('clean')
  const saved = useRef<{ id: ContactId; act: ActSummary | null } | null>(null)
  const close = async () => {
    const { form: last } = useContactFormStore.getState()
    const kept = last !== null && last.offered === null && hasUnsavedText(last)
    if (!(await closeForm())) return
    const { current } = saved
    saved.current = null
    setState('clean')
    if (kept) showNotice({ tone: 'info', text: t('contacts:form.draftKept') })
    else if (current?.act) offerUndo(current.act, t('contacts:form.saved'))
    onClosed(current?.id ?? null)
  }
  const save = async (andClose: boolean) => {
    const outcome = await saveForm()
    if (outcome === null) return
    saved.current = { id: outcome.id, act: outcome.act ?? saved.current?.act ?? null }
    if (andClose) return close()
    setState('saved')
    announce(outcome.act === null ? t('contacts:form.nothing') : t('contacts:form.saved'))
  }
  useFormKeys({ open: form !== null, save: andClose => void save(andClose) })
  if (form === null && opening === null && failure === null) return null
  return (
    <Drawer
      title={titleOf(form, t('contacts:form.new'), name => t('contacts:form.edit', { name }))}
      onClose={() => void close()}
      actions={form !== null && <FormActions {...{ form, state, onClose: () => void close(), onSave: save }} />}
    >
      {form !== null && <FormBody form={form} />}
      {form === null && failure === null && <Skeleton label={t('contacts:form.loading')} rows={10} />}
      {failure !== null && <FailureNote failure={failure} onRetry={() => opening !== null && void openContactForm(opening)} />}
    </Drawer>
  )
}

function titleOf(form: OpenForm | null, newTitle: string, editTitle: (name: string) => string): string {
  if (form === null || form.target.kind === 'new') return newTitle
  return editTitle(form.stored.name)
}

function FormBody({ form }: { readonly form: OpenForm }) {
  const { t } = useText()
  const { values, errors, failure, offered, conflict, refusals } = form
  const isWaiting = offered !== null
  const focusStart = useEffectEvent(() => {
    if (form.section === null || !focusSection(form.section)) focusField('name')
  })
  useEffect(() => {
    if (!isWaiting) focusStart()
  }, [isWaiting])
  const focusTrouble = useEffectEvent(() => {
    const [first] = errors
    if (first !== undefined) focusField(first.field)
  })
  useEffect(() => {
    if (refusals > 0) focusTrouble()
  }, [refusals])
  return (
    <div className="contact-form">
      {offered !== null && <DraftOffer />}
      {conflict !== null && <ConflictNote />}
      {failure !== null && <FailureNote failure={failure} />}
      {(failure !== null || conflict !== null) && <TypedCopy form={form} />}
      <ErrorSummary errors={summaryLines(t, errors, values)} />
      <div className="contact-form-fields" inert={isWaiting}>
        <ContactFormFields values={values} errors={errors} />
      </div>
    </div>
  )
}

interface FormActionsProps {
  readonly form: OpenForm
  readonly state: 'clean' | 'saved'
  readonly onClose: () => void
  readonly onSave: (andClose: boolean) => Promise<void>
}

function FormActions({ form, state, onClose, onSave }: FormActionsProps) {
  const { t } = useText()
  const unsaved = hasUnsavedText(form)
  const blocked = form.offered !== null || form.conflict !== null ? t('contacts:form.chooseFirst') : undefined
  return (
    <>
      <span className="form-state meta grow" role="status">
        {state === 'saved' && !unsaved && (
          <>
            <Icon name="check" size={14} />
            {t('contacts:form.saved')}
          </>
        )}
      </span>
      <Button onClick={onClose}>{t('contacts:form.close')}</Button>
      <Button busy={form.saving} disabledReason={blocked} onClick={() => void onSave(false)}>
        {t('contacts:form.save')}
      </Button>
      <Button kind="primary" busy={form.saving} disabledReason={blocked} onClick={() => void onSave(true)}>
        {t('contacts:form.saveClose')}
      </Button>
    </>
  )
}

/** Save by the menu's command, save and close by Ctrl and Enter; locking first seals what is typed. */
function useFormKeys({ open, save }: { readonly open: boolean; readonly save: (andClose: boolean) => void }): void {
  useCommand('save', () => save(false), open)
  const saveAndClose = useEffectEvent(() => save(true))
  useEffect(() => {
    if (!open) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (isComposing(event)) return
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        saveAndClose()
      }
      if (event.key.toLowerCase() === 'l' && (event.ctrlKey || event.metaKey)) void sealNow()
    }
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [open])
}
