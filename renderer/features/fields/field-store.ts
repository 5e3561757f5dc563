import { useEffect } from 'react'
import type { EventPayload } from '../../../shared/contract.ts'
import type { CustomField } from '../../../shared/features/fields/custom-field.ts'
import type { FieldOption } from '../../../shared/features/fields/field-option.ts'
import type { StaffMember } from '../../../shared/features/staff/staff.ts'
import { call, on } from '../../kernel/client.ts'
import { createVaultStore } from '../../kernel/create-vault-store.ts'
import { fromResult, idle, type Loadable, shownValue, toLoading } from '../../kernel/loadable.ts'

interface FieldState {
  /** Own fields in their order, hidden ones too. */
  readonly fields: Loadable<readonly CustomField[]>
  /** The words of levels, sources and stages in order, hidden ones too. */
  readonly options: Loadable<readonly FieldOption[]>
  /** Who works in the shop. */
  readonly staff: Loadable<readonly StaffMember[]>
}

/** What the shop has made its own, asked for once and again after each change of it. */
export const useFieldStore = createVaultStore<FieldState>(() => ({ fields: idle, options: idle, staff: idle }))

const none: readonly never[] = []

/** Own fields in their order, hidden ones too; none until they are known. */
export function useFields(): readonly CustomField[] {
  useFieldNews('fields')
  return useFieldStore(state => shownValue(state.fields)) ?? none
}

/** The words of all three lists in order, hidden ones too; none until they are known. */
export function useOptions(): readonly FieldOption[] {
  useFieldNews('options')
  return useFieldStore(state => shownValue(state.options)) ?? none
}

/** Who works in the shop, whoever is using it among them; nobody until they are known. */
export function useStaff(): readonly StaffMember[] {
  useFieldNews('staff')
  return useFieldStore(state => shownValue(state.staff)) ?? none
}

const asked = { fields: 0, options: 0, staff: 0 }
type Part = keyof typeof asked

export async function loadFields(): Promise<void> {
  const mine = begin('fields')
  const result = await call('fields.list', {})
  if (asked.fields === mine) useFieldStore.setState({ fields: fromResult(result) })
}

export async function loadOptions(): Promise<void> {
  const mine = begin('options')
  const result = await call('fields.options', {})
  if (asked.options === mine) useFieldStore.setState({ options: fromResult(result) })
}

export async function loadStaff(): Promise<void> {
  const mine = begin('staff')
  const result = await call('staff.list', {})
  if (asked.staff === mine) useFieldStore.setState({ staff: fromResult(result) })
}

function begin(part: Part): number {
  asked[part] += 1
  useFieldStore.setState(state => ({ [part]: toLoading<unknown>(state[part]) }))
  return asked[part]
}

const load = { fields: loadFields, options: loadOptions, staff: loadStaff } as const
const tables: Readonly<Record<Part, string>> = { fields: 'custom_field', options: 'field_option', staff: 'staff' }
const readers = { fields: 0, options: 0, staff: 0 }
let stopListening: (() => void) | null = null

/** Asks when the first reader comes, and follows changes while there is one. */
function useFieldNews(part: Part): void {
  useEffect(() => {
    if (useFieldStore.getState()[part].status === 'idle' || readers[part] === 0) void load[part]()
    readers[part] += 1
    stopListening ??= on('records.changed', follow)
    return () => {
      readers[part] -= 1
      if (readers.fields + readers.options + readers.staff > 0) return
      stopListening?.()
      stopListening = null
    }
  }, [part])
}

function follow({ tables: changed }: EventPayload<'records.changed'>): void {
  for (const part of ['fields', 'options', 'staff'] as const) {
    if (readers[part] > 0 && changed.includes(tables[part])) void load[part]()
  }
}
