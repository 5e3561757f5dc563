import type { FilterRule } from '../../../../shared/features/contacts/contact-filter.ts'
import type { ContactSort } from '../../../../shared/features/contacts/contact-list-query.ts'
import {
  defaultColumns,
  type ListColumn,
  type SystemViewKey,
  systemViewKeys,
  type ViewDefinition,
} from '../../../../shared/features/views/saved-view.ts'
import { plainDefinition } from './list-view-store.ts'

/** What a view that every shop has shows; `meId` is who looks at it. */
export function systemViewDefinition(key: SystemViewKey, meId: string | null): ViewDefinition {
  switch (key) {
    case 'all':
      return plainDefinition
    case 'added-this-week':
      return view({ on: 'date', field: 'createdAt', test: { op: 'this-week' } }, { by: 'created', dir: 'desc' }, [
        'phone',
        'source',
        'tags',
        'created',
      ])
    case 'birthday-this-month':
      return view({ on: 'birthday', test: { op: 'this-month' } }, { by: 'birthday', dir: 'asc' }, [
        'phone',
        'birthday',
        'tags',
        'activity',
      ])
    case 'mine':
      return view(
        { on: 'choice', field: 'assignee', test: meId === null ? { op: 'not-empty' } : { op: 'any', values: [meId] } },
        plainDefinition.sort,
        defaultColumns,
      )
    case 'no-phone':
      return view({ on: 'text', field: 'phone', test: { op: 'empty' } }, plainDefinition.sort, [
        'email',
        'place',
        'tags',
        'activity',
      ])
    case 'not-seen-60-days':
      return view(
        { on: 'date', field: 'lastActivityAt', test: { op: 'before-days', days: 60 } },
        { by: 'activity', dir: 'asc' },
        defaultColumns,
      )
  }
}

export function isSystemView(key: string): key is SystemViewKey {
  return systemViewKeys.some(one => one === key)
}

function view(rule: FilterRule, sort: ContactSort, columns: readonly ListColumn[]): ViewDefinition {
  return { search: '', filter: { match: 'all', items: [rule] }, sort, columns: [...columns] }
}
