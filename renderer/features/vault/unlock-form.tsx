import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { maxPasswordLength, type StaffMember, type VaultState } from '../../../shared/features/vault/vault.ts'
import type { Failure } from '../../../shared/kernel/result.ts'
import { announce } from '../../kernel/announce.ts'
import { isComposing } from '../../kernel/composing.ts'
import { failureText } from '../../kernel/failure-text.ts'
import { useText } from '../../kernel/i18n.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { PasswordInput } from '../../ui/password-input.tsx'
import { FailureNote } from '../../ui/states.tsx'
import { SelectInput } from '../../ui/text-input.tsx'
import { SlowOpening } from './slow-opening.tsx'
import { useSecondsLeft } from './use-seconds-left.ts'
import { unlock, useVault } from './vault-state-store.ts'

interface UnlockFormProps {
  readonly vault: Extract<VaultState, { state: 'locked' | 'opening' }>
  readonly onForgot: () => void
}

/** Staff and password. Wrong password: the same words whichever part is wrong, spoken, with the text selected. */
export function UnlockForm({ vault, onForgot }: UnlockFormProps) {
  const { t } = useText()
  const staff = vault.state === 'locked' ? vault.staff : []
  const form = useUnlock(staff)
  const wait = useSecondsLeft(useVault(state => state.waitUntil))
  const opening = form.busy || vault.state === 'opening'
  return (
    <>
      <form className="lock-card" noValidate onSubmit={event => void form.submit(event)}>
        {staff.length > 0 && <StaffField staff={staff} value={form.staffId} onChange={form.setStaffId} />}
        <Field label={t('vault:password')} name="password" required error={form.message}>
          {control => (
            <PasswordInput
              {...control}
              inputRef={form.input}
              autoComplete="current-password"
              maxLength={maxPasswordLength}
              value={form.password}
              onChange={event => form.type(event.target.value)}
              onKeyDown={form.onKeyDown}
            />
          )}
        </Field>
        <Button
          kind="primary"
          size="large"
          type="submit"
          busy={opening}
          disabledReason={wait > 0 ? t('vault:lock.wait', { seconds: wait }) : undefined}
        >
          {opening ? t('vault:lock.opening') : wait > 0 ? t('vault:lock.wait', { seconds: wait }) : t('vault:lock.unlock')}
        </Button>
        {opening && <SlowOpening />}
        {form.other !== null && <FailureNote failure={form.other} />}
      </form>
      <button type="button" className="link lock-forgot" onClick={onForgot}>
        {t('vault:lock.forgot')}
      </button>
    </>
  )
}

function useUnlock(staff: readonly StaffMember[]) {
  const { t } = useText()
  const input = useRef<HTMLInputElement>(null)
  const [chosen, setStaffId] = useState('')
  const [password, setPassword] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  useEffect(() => input.current?.focus(), [])
  const staffId = chosen === '' ? (staff[0]?.id ?? '') : chosen
  const ofPassword = failure?.code === 'wrong-password'

  const type = (text: string) => {
    setPassword(text)
    setMissing(false)
    if (ofPassword) setFailure(null)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || useVault.getState().waitUntil > Date.now()) return
    if (password === '') {
      setMissing(true)
      input.current?.focus()
      return
    }
    setBusy(true)
    const result = await unlock(staffId, password)
    setBusy(false)
    if (result.ok) return
    setFailure(result.failure)
    announce(failureText(t, result.failure), 'assertive')
    input.current?.select()
    input.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !isComposing(event.nativeEvent)) type('')
  }
  const words = failure === null ? undefined : failureText(t, failure)
  return {
    input,
    staffId,
    setStaffId,
    password,
    type,
    busy,
    submit,
    onKeyDown,
    message: missing ? t('vault:lock.missing') : ofPassword ? words : undefined,
    /** What is not about the password; the countdown says `wait` by itself. */
    other: failure === null || ofPassword || failure.code === 'wait' ? null : failure,
  }
}

interface StaffFieldProps {
  readonly staff: readonly StaffMember[]
  readonly value: string
  readonly onChange: (id: string) => void
}

function StaffField({ staff, value, onChange }: StaffFieldProps) {
  const { t } = useText()
  const me = staff.find(one => one.id === value)
  if (staff.length === 1) {
    return (
      <div className="lock-staff">
        <Avatar name={me?.name ?? ''} />
        <span className="grow cut">{me?.name}</span>
        <span className="meta">{me === undefined ? '' : t(`common:role.${me.role}`)}</span>
      </div>
    )
  }
  return (
    <Field label={t('vault:staff')} name="staff">
      {control => (
        <SelectInput {...control} large value={value} onChange={event => onChange(event.target.value)}>
          {staff.map(one => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </SelectInput>
      )}
    </Field>
  )
}
