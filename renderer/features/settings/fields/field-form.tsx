import { useState } from 'react'
import { type CustomField, customFieldTypes } from '../../../../shared/features/fields/custom-field.ts'
import type { Failure } from '../../../../shared/kernel/result.ts'
import { type Translate, useText } from '../../../kernel/i18n.ts'
import { useCommand } from '../../../kernel/use-command.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/choice.tsx'
import { Drawer } from '../../../ui/dialog.tsx'
import { ErrorSummary, focusField } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { FailureNote, Note } from '../../../ui/states.tsx'
import { SelectInput, TextArea, TextInput } from '../../../ui/text-input.tsx'
import { ChoiceRows } from './choice-rows.tsx'
import { saveField } from './field-acts.ts'
import { useFieldDraft } from './field-draft.ts'
import {
  draftOf,
  type FieldFormValues,
  type FieldProblem,
  hasChoices,
  problemsOf,
  withPersonal,
  withSensitive,
} from './field-form-model.ts'

interface FieldFormProps {
  /** Null for a new one. */
  readonly field: CustomField | null
  readonly others: readonly CustomField[]
  readonly onClose: () => void
}

/** The drawer in which a field is made or changed. */
export function FieldForm({ field, others, onClose }: FieldFormProps) {
  const { t } = useText()
  const draft = useFieldDraft(field)
  const { values } = draft
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const change = (next: FieldFormValues) => {
    draft.change(next)
    if (problems.length > 0) setProblems(problemsOf(next, others))
  }
  const save = async () => {
    const found = problemsOf(values, others)
    setProblems(found)
    setFailure(null)
    if (found[0] !== undefined) {
      focusField(found[0].field)
      return
    }
    setBusy(true)
    const refused = await saveField(draftOf(values))
    setBusy(false)
    if (refused !== null) return setFailure(refused)
    await draft.discard()
    onClose()
  }
  const cancel = () => {
    void draft.discard()
    onClose()
  }
  const putAside = () => {
    void draft.keep()
    onClose()
  }
  useCommand('save', () => void save(), !busy)
  const errors = new Map(problems.map(one => [one.field, t(`fields:problem.${one.problem}`)]))
  return (
    <Drawer
      title={field === null ? t('fields:form.new') : t('fields:form.edit', { name: field.name })}
      onClose={putAside}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onClick={cancel}>{t('fields:form.cancel')}</Button>
          <Button kind="primary" type="submit" busy={busy}>
            {t('fields:form.save')}
          </Button>
        </>
      }
    >
      <div className="fields-form">
        {draft.isRestored && <RestoredNote onDiscard={() => void draft.discard()} />}
        {failure !== null && <FailureNote failure={failure} />}
        <ErrorSummary errors={problems.map(one => summaryLine(t, one))} />
        <NameAndType {...{ values, errors, isNew: field === null, onChange: change }} />
        {hasChoices(values.type) && <ChoiceRows {...{ values, errors, onChange: change }} />}
        <Marks {...{ values, errors, onChange: change }} />
      </div>
    </Drawer>
  )
}

/** Says that what stands in the form was typed earlier, and lets it go. */
function RestoredNote({ onDiscard }: { readonly onDiscard: () => void }) {
  const { t } = useText()
  const discard = () => {
    onDiscard()
    focusField('name')
  }
  return (
    <Note tone="info" icon="edit">
      <p className="grow">{t('contacts:form.draftText')}</p>
      <Button size="small" onClick={discard}>
        {t('contacts:form.draftDiscard')}
      </Button>
    </Note>
  )
}

interface PartProps {
  readonly values: FieldFormValues
  readonly errors: ReadonlyMap<string, string>
  readonly onChange: (values: FieldFormValues) => void
}

function NameAndType({ values, errors, isNew, onChange }: PartProps & { readonly isNew: boolean }) {
  const { t } = useText()
  return (
    <>
      <Field label={t('fields:column.name')} name="name" error={errors.get('name')} required>
        {control => (
          <TextInput
            {...control}
            data-autofocus
            maxLength={60}
            value={values.name}
            onChange={event => onChange({ ...values, name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('fields:column.type')} name="type" hint={isNew ? t('fields:form.typeHint') : t('fields:form.typeFixed')}>
        {control =>
          isNew ? (
            <SelectInput
              {...control}
              value={values.type}
              onChange={event => {
                const type = customFieldTypes.find(one => one === event.target.value)
                if (type !== undefined) onChange({ ...values, type })
              }}
            >
              {customFieldTypes.map(type => (
                <option key={type} value={type}>
                  {t(`fields:type.${type}`)}
                </option>
              ))}
            </SelectInput>
          ) : (
            <output {...control} aria-invalid={undefined} aria-required={undefined} className="fixed-type">
              {t(`fields:type.${values.type}`)}
            </output>
          )
        }
      </Field>
    </>
  )
}

function Marks({ values, errors, onChange }: PartProps) {
  const { t } = useText()
  const tick = (name: 'required' | 'inList') => (
    <Checkbox checked={values[name]} onChange={event => onChange({ ...values, [name]: event.target.checked })}>
      {t(`fields:form.${name}`)}
    </Checkbox>
  )
  return (
    <div className="fields-ticks">
      {tick('required')}
      {tick('inList')}
      <Checkbox checked={values.personal} onChange={event => onChange(withPersonal(values, event.target.checked))}>
        {t('fields:form.personal')}
      </Checkbox>
      <Checkbox checked={values.sensitive} onChange={event => onChange(withSensitive(values, event.target.checked))}>
        {t('fields:form.sensitive')}
      </Checkbox>
      {values.sensitive && (
        <Field
          label={t('fields:form.reason')}
          name="sensitiveReason"
          hint={t('fields:form.reasonHint')}
          error={errors.get('sensitiveReason')}
          required
        >
          {control => (
            <TextArea
              {...control}
              rows={2}
              maxLength={300}
              value={values.sensitiveReason}
              onChange={event => onChange({ ...values, sensitiveReason: event.target.value })}
            />
          )}
        </Field>
      )}
    </div>
  )
}

function summaryLine(t: Translate, { field, problem }: FieldProblem) {
  const label =
    field === 'name' ? t('fields:column.name') : field === 'sensitiveReason' ? t('fields:form.reason') : t('fields:form.choices')
  return { name: field, label, text: t(`fields:problem.${problem}`) }
}
