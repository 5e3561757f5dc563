import type { OptionList } from '../../../../shared/features/fields/field-option.ts'
import { useText } from '../../../kernel/i18n.ts'
import { useOptions, useStaff } from '../../fields/field-store.ts'
import { useOptionWords } from '../../fields/option-words.ts'
import { useContactFormStore } from '../contact-form-store.ts'
import { ChoiceField } from './choice-field.tsx'
import { offeredOptions, offeredStaff } from './offered-choices.ts'
import { type FieldsProps, TextField } from './text-field.tsx'

/** What the shop says of a customer: level, stage, number, source, and who looks after her. */
export function MembershipFields({ values, errors }: FieldsProps) {
  return (
    <>
      <div className="form-pair">
        <OptionField list="level" {...{ values, errors }} />
        <OptionField list="stage" {...{ values, errors }} />
      </div>
      <div className="form-pair">
        <TextField name="memberNo" {...{ values, errors }} />
        <OptionField list="source" {...{ values, errors }} />
      </div>
      <AssigneeField {...{ values, errors }} />
    </>
  )
}

function OptionField({ list, values, errors }: FieldsProps & { readonly list: OptionList }) {
  const { t } = useText()
  const options = useOptions()
  const words = useOptionWords()
  const chosen = values[list]
  const choices = offeredOptions(options, { list, chosen, none: t('contacts:form.none'), words: key => words(list, key) })
  return <ChoiceField name={list} label={t(`contacts:field.${list}`)} value={chosen} {...{ choices, values, errors }} />
}

function AssigneeField({ values, errors }: FieldsProps) {
  const { t } = useText()
  const staff = useStaff()
  const chosenName = useContactFormStore(state => state.form?.assigneeName ?? '')
  const choices = offeredStaff(staff, {
    chosen: values.assigneeId,
    chosenName,
    none: t('contacts:form.nobody'),
    me: name => t('contacts:form.me', { name }),
  })
  return (
    <ChoiceField
      name="assigneeId"
      label={t('contacts:field.assigneeId')}
      value={values.assigneeId ?? ''}
      stored={id => (id === '' ? null : id)}
      {...{ choices, values, errors }}
    />
  )
}
