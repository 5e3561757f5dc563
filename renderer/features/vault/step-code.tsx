import { useState } from 'react'
import { announce } from '../../kernel/announce.ts'
import { call } from '../../kernel/client.ts'
import { failureText } from '../../kernel/failure-text.ts'
import { useText } from '../../kernel/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Note } from '../../ui/states.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { editFirstRun, useFirstRun } from './first-run-store.ts'
import { fieldProblem } from './first-run-words.ts'
import { RecoveryGroups } from './recovery-groups.tsx'
import { RecoverySheet } from './recovery-sheet.tsx'
import { recoverySigns } from './typed-recovery-code.ts'

export function CodeStep() {
  const { t } = useText()
  const state = useFirstRun()
  const kept = fieldProblem(t, state, 'kept')
  return (
    <>
      <p className="text-2 lead">{t('vault:first.code.lead')}</p>
      <div className="code-card">
        <RecoveryGroups groups={state.groups} />
        <CodeActions />
      </div>
      <Note tone="warn" icon="warning">
        {t('vault:warning')}
      </Note>
      <fieldset className="type-back">
        <legend>{t('vault:first.code.type')}</legend>
        <GroupField which="first" />
        <GroupField which="second" />
      </fieldset>
      <div data-field="kept">
        <Checkbox
          checked={state.kept}
          aria-invalid={kept !== undefined || undefined}
          aria-describedby={kept === undefined ? undefined : 'kept-error'}
          onChange={event => editFirstRun({ kept: event.target.checked })}
        >
          {t('vault:first.code.kept')}
        </Checkbox>
        {kept !== undefined && (
          <p className="field-error" id="kept-error">
            <Icon name="octagon" size={14} />
            {kept}
          </p>
        )}
      </div>
      <RecoverySheet groups={state.groups} shopName={state.shopName} ownerName={state.ownerName} />
    </>
  )
}

function CodeActions() {
  const { t } = useText()
  const groups = useFirstRun(state => state.groups)
  const [said, setSaid] = useState('')
  const say = (words: string) => {
    setSaid(words)
    announce(words)
  }
  const copy = async () => {
    const result = await call('app.copy', { text: groups.join('-') })
    say(result.ok ? t('vault:first.code.copied') : failureText(t, result.failure))
  }
  const savePdf = async () => {
    const result = await call('app.savePdf', { name: t('vault:first.code.name') })
    if (!result.ok) say(failureText(t, result.failure))
    else if (result.value.saved) say(t('vault:first.code.saved'))
  }
  return (
    <div className="code-actions">
      <Button icon="print" onClick={() => void call('app.print', {})}>
        {t('common:print')}
      </Button>
      <Button icon="file" onClick={() => void savePdf()}>
        {t('common:savePdf')}
      </Button>
      <Button icon="copy" onClick={() => void copy()}>
        {t('common:copy')}
      </Button>
      <span className="meta code-said">{said === '' ? t('vault:first.code.letters') : said}</span>
    </div>
  )
}

function GroupField({ which }: { readonly which: 'first' | 'second' }) {
  const { t } = useText()
  const state = useFirstRun()
  const number = state.asked[which === 'first' ? 0 : 1]
  const field = which === 'first' ? 'firstText' : 'secondText'
  const right = recoverySigns(state[field]) === state.groups[number - 1]
  return (
    <Field label={t('vault:first.code.group', { n: number })} name={field} required error={fieldProblem(t, state, field)}>
      {control => (
        <TextInput
          {...control}
          large
          className="mono"
          maxLength={10}
          autoCapitalize="characters"
          value={state[field]}
          onChange={event => editFirstRun({ [field]: event.target.value })}
          after={
            right ? (
              <span className="group-right">
                <Icon name="tick" />
              </span>
            ) : null
          }
        />
      )}
    </Field>
  )
}
