import { maxPasswordLength, minPasswordLength } from '../../../shared/features/vault/vault.ts'
import { useText } from '../../kernel/i18n.ts'
import { Field } from '../../ui/field.tsx'
import { PasswordInput } from '../../ui/password-input.tsx'
import { Note } from '../../ui/states.tsx'
import { editFirstRun, typePassword, useFirstRun } from './first-run-store.ts'
import { fieldProblem } from './first-run-words.ts'
import { PasswordStrength } from './password-strength.tsx'

export function PasswordStep() {
  const { t } = useText()
  const state = useFirstRun()
  return (
    <>
      <p className="text-2 lead">{t('vault:first.password.lead', { min: minPasswordLength })}</p>
      <div className="fields">
        <Field
          label={t('vault:password')}
          name="password"
          required
          error={fieldProblem(t, state, 'password')}
          hint={<PasswordStrength strength={state.strength} />}
        >
          {control => (
            <PasswordInput
              {...control}
              autoComplete="new-password"
              maxLength={maxPasswordLength}
              value={state.password}
              onChange={event => typePassword(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('vault:again')} name="again" required error={fieldProblem(t, state, 'again')}>
          {control => (
            <PasswordInput
              {...control}
              capsNote={false}
              autoComplete="new-password"
              maxLength={maxPasswordLength}
              value={state.again}
              onChange={event => editFirstRun({ again: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Note tone="warn" icon="warning">
        {t('vault:warning')}
      </Note>
    </>
  )
}
