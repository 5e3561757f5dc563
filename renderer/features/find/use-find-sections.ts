import { useMemo } from 'react'
import { enabledCommands, useCommandRegistry } from '../../kernel/command-registry.ts'
import { useText } from '../../kernel/i18n.ts'
import { useStaff } from '../fields/field-store.ts'
import { actionRows } from './customer-actions.ts'
import { asksForCustomers } from './find-query.ts'
import { countResults, type FindSection, findSections } from './find-rows.ts'
import { useFind } from './find-store.ts'

interface FindView {
  readonly sections: readonly FindSection[]
  /** What is told as the number of results. */
  readonly count: number
  /** Customers that are found beyond those shown. */
  readonly hidden: number
}

/** Everything the box shows now, in the order of the rows. */
export function useFindSections(): FindView {
  const { t } = useText()
  const { mode, query, hits, total, acting } = useFind()
  const staff = useStaff()
  const handlers = useCommandRegistry(state => state.handlers)
  return useMemo(() => {
    if (acting !== null) {
      const rows = actionRows(acting.customer, id => t(`find:actions.${id}`), acting.text)
      return { sections: rows.length === 0 ? [] : [{ name: 'actions', rows }], count: rows.length, hidden: 0 }
    }
    const commands = enabledCommands(handlers)
      .filter(id => id !== 'find')
      .map(id => ({ id, words: t(`shell:commands.${id}`) }))
    const content = { mode, query, hits, staff, commands }
    const sections = findSections(content)
    const shown = sections.find(section => section.name === 'customers')?.rows.length ?? 0
    const isAsked = asksForCustomers(mode) && query !== ''
    return { sections, count: countResults(content, sections, total), hidden: isAsked ? total - shown : 0 }
  }, [mode, query, hits, total, acting, staff, handlers, t])
}
