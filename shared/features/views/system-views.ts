import type { FilterRule } from '../contacts/contact-filter.ts'
import { type ContactSort, defaultSort } from '../contacts/contact-list-query.ts'
import { defaultColumns, type ListColumn, type SystemViewKey, systemViewKeys, type ViewDefinition } from './saved-view.ts'

/** What a view that every shop has shows; `meId` is who looks at it, null while that is not known: then `mine` is anybody's. */
export function systemViewDefinition(key: SystemViewKey, meId: string | null): ViewDefinition {
  switch (key) {
    case 'all':
      return { search: '', filter: null, sort: defaultSort, columns: [...defaultColumns] }
    case 'added-this-week':
      return viewOf({ on: 'date', field: 'createdAt', test: { op: 'this-week' } }, { by: 'created', dir: 'desc' }, [
        'phone',
        'source',
        'tags',
        'created',
      ])
    case 'birthday-this-month':
      return viewOf({ on: 'birthday', test: { op: 'this-month' } }, { by: 'birthday', dir: 'asc' }, [
        'phone',
        'birthday',
        'tags',
        'activity',
      ])
    case 'mine': {
      const test = meId === null ? { op: 'not-empty' as const } : { op: 'any' as const, values: [meId] }
      return viewOf({ on: 'choice', field: 'assignee', test }, defaultSort, defaultColumns)
    }
    case 'no-phone':
      return viewOf({ on: 'text', field: 'phone', test: { op: 'empty' } }, defaultSort, ['email', 'place', 'tags', 'activity'])
    case 'not-seen-60-days':
      return viewOf(
        { on: 'date', field: 'lastActivityAt', test: { op: 'before-days', days: 60 } },
        { by: 'activity', dir: 'asc' },
        defaultColumns,
      )
  }
}

export function isSystemView(key: string): key is SystemViewKey {
  return systemViewKeys.some(one => one === key)
}

function viewOf(rule: FilterRule, sort: ContactSort, columns: readonly ListColumn[]): ViewDefinition {
  return { search: '', filter: { match: 'all', items: [rule] }, sort, columns: [...columns] }
}
