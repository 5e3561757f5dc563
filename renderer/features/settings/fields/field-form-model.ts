import type {
  CustomChoice,
  CustomField,
  CustomFieldDraft,
  CustomFieldType,
} from '../../../../shared/features/fields/custom-field.ts'
import { isSameName } from './list-order.ts'

/** What stands in the form of a field. */
export type FieldFormValues = CustomFieldDraft

export interface FieldProblem {
  /** `name`, `sensitiveReason`, `choices`, or `choices.<id>` for one of them. */
  readonly field: string
  readonly problem: 'nameMissing' | 'nameTaken' | 'reasonMissing' | 'choicesMissing' | 'choiceMissing' | 'choiceTwice'
}

export function emptyField(): FieldFormValues {
  return {
    id: null,
    name: '',
    type: 'text',
    choices: [],
    required: false,
    personal: false,
    sensitive: false,
    sensitiveReason: '',
    inList: false,
    hidden: false,
  }
}

export function valuesOfField({ position: _position, used: _used, ...definition }: CustomField): FieldFormValues {
  return definition
}

export function hasChoices(type: CustomFieldType): boolean {
  return type === 'choice' || type === 'several'
}

/** A sensitive field is personal too: ticking one ticks the other, and taking it away takes both. */
export function withSensitive(values: FieldFormValues, sensitive: boolean): FieldFormValues {
  return { ...values, sensitive, personal: values.personal || sensitive }
}

export function withPersonal(values: FieldFormValues, personal: boolean): FieldFormValues {
  return { ...values, personal, sensitive: values.sensitive && personal }
}

export function withChoice(values: FieldFormValues, id: string, change: Partial<CustomChoice>): FieldFormValues {
  return { ...values, choices: values.choices.map(choice => (choice.id === id ? { ...choice, ...change } : choice)) }
}

/** The field as it is sent: nothing is kept that its type or its marks do not have; a blank new choice is none. */
export function draftOf(values: FieldFormValues): CustomFieldDraft {
  return {
    ...values,
    name: values.name.trim(),
    choices: hasChoices(values.type) ? values.choices.map(choice => ({ ...choice, name: choice.name.trim() })) : [],
    sensitiveReason: values.sensitive ? values.sensitiveReason.trim() : '',
  }
}

/** What has to change before it can be kept, in the order of the form. */
export function problemsOf(values: FieldFormValues, others: readonly CustomField[]): readonly FieldProblem[] {
  const { name, type, choices, sensitive, sensitiveReason } = draftOf(values)
  const problems: FieldProblem[] = []
  if (name === '') problems.push({ field: 'name', problem: 'nameMissing' })
  else if (others.some(field => field.id !== values.id && isSameName(field.name, name))) {
    problems.push({ field: 'name', problem: 'nameTaken' })
  }
  if (hasChoices(type) && choices.length === 0) problems.push({ field: 'choices', problem: 'choicesMissing' })
  choices.forEach((choice, index) => {
    const field = `choices.${choice.id}`
    if (choice.name === '') problems.push({ field, problem: 'choiceMissing' })
    else if (choices.slice(0, index).some(one => isSameName(one.name, choice.name))) {
      problems.push({ field, problem: 'choiceTwice' })
    }
  })
  if (sensitive && sensitiveReason === '') problems.push({ field: 'sensitiveReason', problem: 'reasonMissing' })
  return problems
}
