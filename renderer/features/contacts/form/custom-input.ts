import type { CustomField, CustomFieldType } from '../../../../shared/features/fields/custom-field.ts'
import { type CustomValue, isCustomValue } from '../../../../shared/features/fields/custom-value.ts'

/** What stands in the controls of own fields, by the field's id. Values of hidden fields travel along untouched. */
export type CustomTyped = Readonly<Record<string, string>>

export interface CustomProblem {
  /** `custom.<id>` */
  readonly field: string
  readonly problem: 'required' | 'too-long' | 'not-a-number' | 'not-a-date' | 'not-accepted'
  readonly limit: number
}

const limits: Partial<Readonly<Record<CustomFieldType, number>>> = { text: 2000, phone: 60 }

export function customTypedOf(values: readonly CustomValue[]): CustomTyped {
  return Object.fromEntries(values.map(({ fieldId, value }) => [fieldId, value]))
}

export function customFieldName(id: string): string {
  return `custom.${id}`
}

/** The values to save, fields in their order first; blank ones are left out, what cannot be read stays as typed. */
export function customToSave(typed: CustomTyped, fields: readonly CustomField[]): CustomValue[] {
  const order = new Map(fields.map((field, index) => [field.id, { field, index }]))
  const place = (id: string) => order.get(id)?.index ?? fields.length
  return Object.entries(typed)
    .filter(([, text]) => text.trim() !== '')
    .toSorted(([a], [b]) => place(a) - place(b))
    .map(([fieldId, text]) => {
      const field = order.get(fieldId)?.field
      return { fieldId, value: field === undefined || field.hidden ? text : (storedText(field.type, text) ?? text) }
    })
}

/** What stands in the way of saving, in the order of the fields. Fields that are put away are not asked for. */
export function customProblems(typed: CustomTyped, fields: readonly CustomField[]): readonly CustomProblem[] {
  return fields.flatMap(field => {
    if (field.hidden) return []
    const text = typed[field.id] ?? ''
    const problem = problemOf(field, text)
    return problem === null ? [] : [{ field: customFieldName(field.id), problem, limit: limits[field.type] ?? 0 }]
  })
}

function problemOf(field: CustomField, text: string): CustomProblem['problem'] | null {
  if (text.trim() === '') return field.required ? 'required' : null
  const limit = limits[field.type]
  if (limit !== undefined && text.trim().length > limit) return 'too-long'
  if (storedText(field.type, text) !== null) return null
  if (field.type === 'number') return 'not-a-number'
  return field.type === 'date' ? 'not-a-date' : 'not-accepted'
}

/** As it is stored: `１，２００．５` is `1200.5`, `2026年3月1日` is `2026-03-01`; null for what the type does not hold. */
export function storedText(type: CustomFieldType, text: string): string | null {
  const stored = type === 'number' ? numberText(text) : type === 'date' ? dateText(text) : text.trim()
  return stored !== null && isCustomValue(type, stored) ? stored : null
}

/** Digits of any width, a point or `。`, thousands in groups of three; null for anything else. */
function numberText(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/\s/gu, '')
    .replaceAll('。', '.')
    .replace(/^[−–—]/u, '-')
  const match = /^([+-]?)(\d*|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/.exec(plain)
  if (match === null) return null
  const [, sign, whole = '', fraction] = match
  if (whole === '' && fraction === undefined) return null
  const digits = whole.replaceAll(',', '').replace(/^0+(?=\d)/, '') || '0'
  return `${sign === '-' ? '-' : ''}${digits}${fraction === undefined ? '' : `.${fraction}`}`
}

function dateText(text: string): string | null {
  const plain = text.normalize('NFKC').replaceAll(/\s/gu, '')
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  if (match === null) return null
  const [, year = '', month = '', day = ''] = match
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
