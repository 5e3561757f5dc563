import { type ReactNode, useEffect, useRef } from 'react'
import { announce } from '../../kernel/announce.ts'
import { useText } from '../../kernel/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/states.tsx'
import { discardDraft, keepTyped, resumeDraft, takeNewer } from './contact-form-store.ts'

/** Text from before a lock or a crash: take it up again or let it go. The fields wait for the answer. */
export function DraftOffer() {
  const { t } = useText()
  const discard = async () => {
    await discardDraft()
    announce(t('contacts:form.draftDiscarded'))
  }
  return (
    <Note tone="info" icon="edit">
      <Question title={t('contacts:form.draftTitle')} text={t('contacts:form.draftText')}>
        <FocusedButton label={t('contacts:form.draftResume')} onClick={resumeDraft} />
        <Button size="small" onClick={() => void discard()}>
          {t('contacts:form.draftDiscard')}
        </Button>
      </Question>
    </Note>
  )
}

/** Somebody saved this customer since typing began: both versions are there until the person chooses. */
export function ConflictNote() {
  const { t } = useText()
  const keep = () => {
    keepTyped()
    announce(t('contacts:form.conflictKept'))
  }
  return (
    <Note tone="warn" icon="warning">
      <Question title={t('contacts:form.conflictTitle')} text={t('contacts:form.conflictText')}>
        <FocusedButton label={t('contacts:form.conflictKeep')} onClick={keep} />
        <Button size="small" onClick={takeNewer}>
          {t('contacts:form.conflictTake')}
        </Button>
      </Question>
    </Note>
  )
}

interface QuestionProps {
  readonly title: string
  readonly text: string
  readonly children: ReactNode
}

function Question({ title, text, children }: QuestionProps) {
  return (
    <div className="form-question" role="group" aria-label={title}>
      <p>
        <strong>{title}</strong>
        {' · '}
        {text}
      </p>
      <div className="row form-question-actions">{children}</div>
    </div>
  )
}

/** Has the focus as soon as it is there, so that the question is heard and can be answered at once. */
function FocusedButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  const box = useRef<HTMLSpanElement>(null)
  useEffect(() => box.current?.querySelector('button')?.focus(), [])
  return (
    <span ref={box}>
      <Button size="small" onClick={onClick}>
        {label}
      </Button>
    </span>
  )
}
