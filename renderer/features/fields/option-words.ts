import { useCallback } from 'react'
import { builtInOptions, type FieldOption, type OptionList } from '../../../shared/features/fields/field-option.ts'
import { type Translate, useText } from '../../kernel/i18n.ts'
import { shownValue } from '../../kernel/loadable.ts'
import { useFieldStore, useOptions } from './field-store.ts'

/** The name of a level, source or stage: the shop's own, else the language's for a built-in word; '' for none and for an unknown one. */
export function optionWords(t: Translate, list: OptionList, key: string): string {
  const options = shownValue(useFieldStore.getState().options) ?? []
  return wordOf(t, options, list, key)
}

/** As `optionWords`, following every change of the lists and of the language. */
export function useOptionWords(): (list: OptionList, key: string) => string {
  const { t } = useText()
  const options = useOptions()
  return useCallback((list, key) => wordOf(t, options, list, key), [t, options])
}

/** The language's own name of a built-in word; '' for the shop's own words. */
export function builtInWord(t: Translate, list: OptionList, key: string): string {
  switch (list) {
    case 'level': {
      const known = builtInOptions.level.find(one => one === key)
      return known === undefined ? '' : t(`fields:level.${known}`)
    }
    case 'source': {
      const known = builtInOptions.source.find(one => one === key)
      return known === undefined ? '' : t(`fields:source.${known}`)
    }
    case 'stage': {
      const known = builtInOptions.stage.find(one => one === key)
      return known === undefined ? '' : t(`fields:stage.${known}`)
    }
  }
}

function wordOf(t: Translate, options: readonly FieldOption[], list: OptionList, key: string): string {
  const own = options.find(option => option.list === list && option.key === key)?.name ?? ''
  return own === '' ? builtInWord(t, list, key) : own
}
