import { useText } from '../../kernel/i18n.ts'
import { Field } from '../../ui/field.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { editFirstRun, useFirstRun } from './first-run-store.ts'
import { fieldProblem } from './first-run-words.ts'

export function ShopStep() {
  const { t } = useText()
  const state = useFirstRun()
  return (
    <>
      <p className="text-2 lead">{t('vault:first.shop.lead')}</p>
      <div className="fields">
        <Field label={t('vault:shopName')} name="shopName" required error={fieldProblem(t, state, 'shopName')}>
          {control => (
            <TextInput
              {...control}
              large
              maxLength={50}
              value={state.shopName}
              onChange={event => editFirstRun({ shopName: event.target.value })}
            />
          )}
        </Field>
        <Field
          label={t('vault:first.shop.owner')}
          name="ownerName"
          required
          hint={t('vault:first.shop.ownerHint')}
          error={fieldProblem(t, state, 'ownerName')}
        >
          {control => (
            <TextInput
              {...control}
              large
              maxLength={50}
              value={state.ownerName}
              onChange={event => editFirstRun({ ownerName: event.target.value })}
            />
          )}
        </Field>
      </div>
    </>
  )
}
