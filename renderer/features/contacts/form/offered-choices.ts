import type { FieldOption, OptionList } from '../../../../shared/features/fields/field-option.ts'
import type { StaffMember } from '../../../../shared/features/staff/staff.ts'
import type { Choice } from '../../../ui/choice.tsx'

/**
 * The words of a list to choose from, in its order, after an empty one; a hidden word only where it is already chosen,
 * and a chosen one that the list does not know at the end.
 */
export function offeredOptions(
  options: readonly FieldOption[],
  { list, chosen, none, words }: { list: OptionList; chosen: string; none: string; words: (key: string) => string },
): readonly Choice<string>[] {
  const offered = options.filter(option => option.list === list && (!option.hidden || option.key === chosen))
  const choices = offered.map(({ key }) => ({ value: key, label: words(key) || key }))
  const isKnown = chosen === '' || choices.some(choice => choice.value === chosen)
  const unknown = isKnown ? [] : [{ value: chosen, label: words(chosen) || chosen }]
  return [{ value: '', label: none }, ...choices, ...unknown]
}

/** Who can be responsible, after nobody; one who no longer works here stays where she is chosen. */
export function offeredStaff(
  staff: readonly StaffMember[],
  { chosen, chosenName, none, me }: { chosen: string | null; chosenName: string; none: string; me: (name: string) => string },
): readonly Choice<string>[] {
  const choices = staff.map(({ id, name, isMe }) => ({ value: id, label: isMe ? me(name) : name }))
  const isKnown = chosen === null || choices.some(choice => choice.value === chosen)
  const gone = isKnown ? [] : [{ value: chosen, label: chosenName === '' ? chosen : chosenName }]
  return [{ value: '', label: none }, ...choices, ...gone]
}
