import { type KeyboardEvent, useRef, useState } from 'react'
import type { Contact } from '../../../../shared/features/contacts/contact.ts'
import type { ContactLink } from '../../../../shared/features/contacts/contact-link.ts'
import type { Failure } from '../../../../shared/kernel/result.ts'
import { isComposing } from '../../../kernel/composing.ts'
import { useText } from '../../../kernel/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { FailureNote } from '../../../ui/states.tsx'
import { SelectInput, TextInput } from '../../../ui/text-input.tsx'
import { ContactCombobox, type FoundContact } from './contact-combobox.tsx'
import { addLink } from './link-actions.ts'
import { type LinkRole, linkDraft, otherKind, roleOf, rolesFor, roleWords } from './link-words.ts'

interface LinkFormProps {
  readonly contact: Contact
  /** The links there are: who is linked so already is not offered. */
  readonly taken: readonly ContactLink[]
  readonly onDone: () => void
}

/** Who the other is and what she is to this customer. Enter adds, Escape gives up. */
export function LinkForm({ contact, taken, onDone }: LinkFormProps) {
  const { t } = useText()
  const roles = rolesFor(contact.kind)
  const [role, setRole] = useState<LinkRole>(roles[0] ?? 'family.out')
  const [other, setOther] = useState<FoundContact | null>(null)
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const form = useRef<HTMLDivElement>(null)
  const wanted = otherKind(role)
  const linked = taken.filter(link => roleOf(link) === role).map(link => link.other.id)
  const save = async () => {
    setMissing(other === null)
    if (other === null) return
    const failed = await addLink(contact.id, linkDraft(role, contact.id, other.id, note.trim()), other.name)
    if (failed === null) onDone()
    else setFailure(failed)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || event.defaultPrevented) return
    if (event.key !== 'Escape' && !(event.key === 'Enter' && event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') onDone()
    else void save()
  }
  return (
    <div className="link-form" ref={form} role="group" aria-label={t('contacts:link.add')} onKeyDown={onKeyDown}>
      <Field label={t('contacts:link.role')}>
        {control => (
          <SelectInput
            {...control}
            value={role}
            onChange={event => {
              const next = roles.find(one => one === event.target.value)
              if (next === undefined) return
              setRole(next)
              if (otherKind(next) !== null && other !== null && other.kind !== otherKind(next)) setOther(null)
            }}
          >
            {roles.map(one => (
              <option key={one} value={one}>
                {roleWords(t, one)}
              </option>
            ))}
          </SelectInput>
        )}
      </Field>
      <ContactCombobox
        label={t('contacts:link.other')}
        chosen={other}
        accepts={row => row.id !== contact.id && (wanted === null || row.kind === wanted) && !linked.includes(row.id)}
        hint={
          wanted === null ? undefined : t(wanted === 'person' ? 'contacts:link.onlyPeople' : 'contacts:link.onlyOrganisations')
        }
        error={missing && other === null ? t('contacts:link.choose') : undefined}
        onChoose={found => {
          setOther(found)
          // at once: what is typed next belongs to the note
          if (found !== null) form.current?.querySelector<HTMLElement>('[data-link-note]')?.focus()
        }}
      />
      <Field label={t('contacts:link.note')}>
        {control => (
          <TextInput {...control} data-link-note maxLength={100} value={note} onChange={event => setNote(event.target.value)} />
        )}
      </Field>
      {failure !== null && <FailureNote failure={failure} />}
      <div className="row link-form-actions">
        <Button size="small" onClick={onDone}>
          {t('contacts:link.cancel')}
        </Button>
        <Button size="small" kind="primary" onClick={() => void save()}>
          {t('contacts:link.save')}
        </Button>
      </div>
    </div>
  )
}
