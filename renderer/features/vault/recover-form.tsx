import { type FormEvent, useEffect, useState } from 'react'
import { maxPasswordLength, minPasswordLength, type PasswordStrength as Strength } from '../../../shared/features/vault/vault.ts'
import type { Failure } from '../../../shared/kernel/result.ts'
import { call } from '../../kernel/client.ts'
import { useText } from '../../kernel/i18n.ts'
import { showNotice } from '../../kernel/notice-store.ts'
import { Button } from '../../ui/button.tsx'
import { focusField } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { PasswordInput } from '../../ui/password-input.tsx'
import { FailureNote } from '../../ui/states.tsx'
import { TextArea } from '../../ui/text-input.tsx'
import { PasswordStrength } from './password-strength.tsx'
import { recoveryCodeLength, recoverySigns } from './typed-recovery-code.ts'
import { recover } from './vault-state-store.ts'

type RecoverField = 'code' | 'newPassword' | 'again'

/** The owner's way back in: the recovery code and a new password. */
export function RecoverForm({ onBack }: { readonly onBack: () => void }) {
  const { t } = useText()
  const form = useRecover()
  return (
    <>
      <form className="lock-card" noValidate onSubmit={event => void form.submit(event)}>
        <h2>{t('vault:recover.title')}</h2>
        <p className="text-2">{t('vault:recover.lead')}</p>
        <Field label={t('vault:recover.code')} name="code" required hint={t('vault:recover.codeHint')} error={form.errors.code}>
          {control => (
            <TextArea
              {...control}
              data-autofocus
              className="mono"
              rows={2}
              maxLength={100}
              autoComplete="off"
              value={form.code}
              onChange={event => form.setCode(event.target.value)}
            />
          )}
        </Field>
        <Field
          label={t('vault:recover.newPassword')}
          name="newPassword"
          required
          error={form.errors.newPassword}
          hint={<PasswordStrength strength={form.strength} />}
        >
          {control => (
            <PasswordInput
              {...control}
              autoComplete="new-password"
              maxLength={maxPasswordLength}
              value={form.password}
              onChange={event => form.setPassword(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('vault:again')} name="again" required error={form.errors.again}>
          {control => (
            <PasswordInput
              {...control}
              capsNote={false}
              autoComplete="new-password"
              maxLength={maxPasswordLength}
              value={form.again}
              onChange={event => form.setAgain(event.target.value)}
            />
          )}
        </Field>
        {form.failure !== null && <FailureNote failure={form.failure} />}
        <Button kind="primary" size="large" type="submit" busy={form.busy}>
          {form.busy ? t('vault:lock.opening') : t('vault:recover.submit')}
        </Button>
      </form>
      <button type="button" className="link lock-forgot" onClick={onBack}>
        {t('vault:recover.back')}
      </button>
    </>
  )
}

function useRecover() {
  const { t } = useText()
  const [code, setCode] = useState('')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [strength, setStrength] = useState<Strength | null>(null)
  const [errors, setErrors] = useState<Partial<Record<RecoverField, string>>>({})
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    focusField('code')
  }, [])
  useEffect(() => {
    let newest = true
    const measure = async () => {
      const result = await call('vault.measurePassword', { password, words: [] })
      if (newest && result.ok) setStrength(password === '' ? null : result.value)
    }
    const timer = setTimeout(() => void measure(), 150)
    return () => {
      newest = false
      clearTimeout(timer)
    }
  }, [password])

  const problems = (): Partial<Record<RecoverField, string>> => {
    const signs = recoverySigns(code).length
    const length = Array.from(password).length
    return {
      ...(signs === 0 && { code: t('vault:recover.codeMissing') }),
      ...(signs > 0 &&
        signs !== recoveryCodeLength && { code: t('vault:recover.codeLength', { total: recoveryCodeLength, n: signs }) }),
      ...(length < minPasswordLength && {
        newPassword: t('vault:first.password.tooShort', { min: minPasswordLength, n: length }),
      }),
      ...(password !== again && { again: t('vault:first.password.differs') }),
    }
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const found = problems()
    setErrors(found)
    setFailure(null)
    const [first] = Object.keys(found)
    if (first !== undefined) {
      focusField(first)
      return
    }
    setBusy(true)
    const result = await recover(code, password)
    setBusy(false)
    if (result.ok) showNotice({ tone: 'ok', text: t('vault:recover.done') })
    else setFailure(result.failure)
  }
  return { code, setCode, password, setPassword, again, setAgain, strength, errors, failure, busy, submit }
}
