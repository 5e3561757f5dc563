import { useMemo } from 'react'
import { contactChannels, contactKinds, contactLanguages, genders } from '../../../../shared/features/contacts/contact.ts'
import type { CustomField } from '../../../../shared/features/fields/custom-field.ts'
import { optionLists } from '../../../../shared/features/fields/field-option.ts'
import type { StaffMember } from '../../../../shared/features/staff/staff.ts'
import { type Translate, useText } from '../../../kernel/i18n.ts'
import { useFields, useOptions, useStaff } from '../../fields/field-store.ts'
import { useOptionWords } from '../../fields/option-words.ts'
import { fieldIdOf } from './filter-targets.ts'
import type { RuleVocabulary } from './rule-words.ts'

/** One word to choose of a list. */
export interface WordChoice {
  readonly value: string
  readonly label: string
}

export interface ListVocabulary extends RuleVocabulary {
  /** What can be chosen for a target; empty for tags, which have a store of their own. */
  readonly choicesOf: (target: string) => readonly WordChoice[]
}

/** The words for conditions, in the language on screen and with the shop's own names. */
export function useListVocabulary(): ListVocabulary {
  const { t, locale } = useText()
  const fields = useFields()
  const options = useOptions()
  const staff = useStaff()
  const wordOf = useOptionWords()
  return useMemo(() => {
    const choicesOf = (target: string): readonly WordChoice[] => {
      const list = optionLists.find(one => one === target)
      if (list === undefined) return fixedChoices(t, target, staff, fields)
      return options
        .filter(option => option.list === list && !option.hidden)
        .map(({ key }) => ({ value: key, label: wordOf(list, key) }))
    }
    const word = (target: string, stored: string) => {
      const list = optionLists.find(one => one === target)
      if (list !== undefined) return wordOf(list, stored)
      const own = fields.find(one => one.id === fieldIdOf(target))?.choices.find(choice => choice.id === stored)
      return own?.name ?? choicesOf(target).find(choice => choice.value === stored)?.label ?? stored
    }
    return { t, locale, fields, word, choicesOf }
  }, [t, locale, fields, options, staff, wordOf])
}

function fixedChoices(
  t: Translate,
  target: string,
  staff: readonly StaffMember[],
  fields: readonly CustomField[],
): readonly WordChoice[] {
  switch (target) {
    case 'kind':
      return contactKinds.map(value => ({ value, label: t(`contacts:kind.${value}`) }))
    case 'gender':
      return genders.map(value => ({ value, label: t(`contacts:gender.${value}`) }))
    case 'language':
      return contactLanguages.map(value => ({ value, label: t(`contacts:language.${value}`) }))
    case 'preferredChannel':
      return contactChannels.map(value => ({ value, label: t(`contacts:channel.${value}`) }))
    case 'assignee':
      return staff.map(({ id, name }) => ({ value: id, label: name }))
    default: {
      const field = fields.find(one => one.id === fieldIdOf(target))
      return field?.choices.filter(choice => !choice.hidden).map(({ id, name }) => ({ value: id, label: name })) ?? []
    }
  }
}
