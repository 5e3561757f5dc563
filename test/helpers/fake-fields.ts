import type { CustomField, CustomFieldDraft } from '../../shared/features/fields/custom-field.ts'
import type { fieldContract } from '../../shared/features/fields/field-contract.ts'
import { builtInOptions, type FieldOption, optionLists } from '../../shared/features/fields/field-option.ts'
import { AppError } from '../../shared/kernel/app-error.ts'
import type { FakeActs } from './fake-acts.ts'
import type { ChannelsOf, FakeHandlers, FakeWorld } from './fake-world.ts'

/** Own fields and the words of the three lists. */
export function fakeFields(world: FakeWorld, acts: FakeActs): FakeHandlers<ChannelsOf<typeof fieldContract>> {
  let options: readonly FieldOption[] = optionLists.flatMap(list =>
    builtInOptions[list].map(key => ({ list, key, name: '', hidden: false })),
  )
  const change = (name: 'field-save' | 'field-remove' | 'field-arrange', subject: string, after: readonly CustomField[]) => {
    const before = world.fields
    world.fields = after
    const put = (fields: readonly CustomField[]) => () => {
      world.fields = fields
    }
    return acts.note({ name, subject, tables: ['custom_field'], undo: put(before), redo: put(after) })
  }
  const usedBy = (id: string) => world.living().filter(one => one.custom.some(value => value.fieldId === id)).length
  return {
    'fields.list': () => world.fields.map((field, position) => ({ ...field, position, used: usedBy(field.id) })),
    'fields.save': ({ id, ...draft }) => {
      if (id === null) {
        const made = { ...draft, id: world.newId(), position: world.fields.length, used: 0 }
        return { id: made.id, act: change('field-save', draft.name, [...world.fields, made]) }
      }
      const before = world.fields.find(field => field.id === id)
      if (before === undefined) throw new AppError('not-found')
      if (before.type !== draft.type) throw new AppError('invalid-input', { field: 'type' })
      if (isSame(before, draft)) return { id, act: null }
      const after = world.fields.map(field => (field.id === id ? { ...field, ...draft } : field))
      return { id, act: change('field-save', draft.name, after) }
    },
    'fields.remove': ({ id }) => {
      const field = world.fields.find(one => one.id === id)
      if (field === undefined) throw new AppError('not-found')
      const rest = world.fields.filter(one => one.id !== id)
      return { act: change('field-remove', field.name, rest) }
    },
    'fields.arrange': ({ ids }) => {
      const after = world.fields.toSorted((a, b) => placeOf(ids, a.id) - placeOf(ids, b.id))
      if (after.every((field, index) => field === world.fields[index])) return { act: null }
      return { act: change('field-arrange', '', after) }
    },
    'fields.options': () => [...options],
    'fields.saveOptions': ({ list, options: drafts }) => {
      const before = options
      const named: FieldOption[] = drafts.map(draft => ({ ...draft, list, key: draft.key ?? world.newId() }))
      const missing = before.filter(one => one.list === list && named.every(({ key }) => key !== one.key))
      const after = [
        ...before.filter(one => one.list !== list),
        ...named,
        ...missing.map(one => ({ ...one, hidden: true })),
      ].toSorted((a, b) => optionLists.indexOf(a.list) - optionLists.indexOf(b.list))
      if (JSON.stringify(before) === JSON.stringify(after)) return { act: null }
      options = after
      const put = (next: readonly FieldOption[]) => () => {
        options = next
      }
      return { act: acts.note({ name: 'options-save', tables: ['field_option'], undo: put(before), redo: put(after) }) }
    },
  }
}

function placeOf(ids: readonly string[], id: string): number {
  const at = ids.indexOf(id)
  return at < 0 ? ids.length : at
}

function isSame(field: CustomField, draft: Omit<CustomFieldDraft, 'id'>): boolean {
  return JSON.stringify({ ...field, ...draft }) === JSON.stringify(field)
}
