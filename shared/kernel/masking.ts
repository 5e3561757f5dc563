import type { z } from 'zod'

/** How a value looks to a role without the right to see it (glossary 19). Set in a schema's `meta({ mask })`. */
export type Mask = 'phone' | 'email' | 'address' | 'birthday' | 'custom' | 'change'

declare module 'zod' {
  interface GlobalMeta {
    /** Roles without `values.reveal` receive the value masked this way. */
    mask?: Mask
  }
}

/** First three and last four digits stay: `138****5678`; a shorter number shows at most its last four. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '')
  if (digits.length < 5) return '****'
  return `${digits.length >= 10 ? digits.slice(0, 3) : ''}****${digits.slice(-4)}`
}

/** At most three letters and the host stay: `abc***@host`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  if (at < 1) return '***'
  return `${email.slice(0, Math.min(3, at - 1))}***${email.slice(at)}`
}

/**
 * The answer as a role without `values.reveal` may have it: every field whose schema names a mask is masked,
 * however deep. Shape stays, so that the same screen shows it.
 */
export function maskValue(schema: z.ZodType, value: unknown): unknown {
  if (value === null || value === undefined) return value
  const mask = schema.meta()?.mask
  if (mask !== undefined) return maskWith(mask, value)
  const { def } = schema as SchemaWithDef
  switch (def.type) {
    case 'object':
      return maskObject(def.shape ?? {}, value)
    case 'array':
      return def.element !== undefined && Array.isArray(value)
        ? value.map(item => maskValue(def.element as z.ZodType, item))
        : value
    case 'nullable':
    case 'optional':
    case 'default':
    case 'readonly':
      return def.innerType === undefined ? value : maskValue(def.innerType, value)
    case 'pipe':
      return def.out === undefined ? value : maskValue(def.out, value)
    case 'union':
      return maskUnion(def.options ?? [], value)
    case 'record':
      return maskRecord(def.valueType, value)
    default:
      return value
  }
}

/** The parts of zod's own definition object that the walk reads. */
interface SchemaWithDef {
  readonly def: {
    readonly type: string
    readonly shape?: Readonly<Record<string, z.ZodType>>
    readonly element?: z.ZodType
    readonly innerType?: z.ZodType
    readonly out?: z.ZodType
    readonly options?: readonly z.ZodType[]
    readonly valueType?: z.ZodType
  }
}

function maskObject(shape: Readonly<Record<string, z.ZodType>>, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const schema = Object.hasOwn(shape, key) ? shape[key] : undefined
      return [key, schema === undefined ? item : maskValue(schema, item)]
    }),
  )
}

function maskRecord(valueType: z.ZodType | undefined, value: unknown): unknown {
  if (valueType === undefined || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskValue(valueType, item)]))
}

function maskUnion(options: readonly z.ZodType[], value: unknown): unknown {
  const option = options.find(candidate => candidate.safeParse(value).success)
  return option === undefined ? value : maskValue(option, value)
}

function maskWith(mask: Mask, value: unknown): unknown {
  if (mask === 'birthday') return typeof value === 'object' && value !== null ? { ...value, year: null } : value
  if (mask === 'custom') return maskCustom(value)
  if (mask === 'change') return maskChange(value)
  if (typeof value !== 'string' || value === '') return value
  switch (mask) {
    case 'phone':
      return maskPhone(value)
    case 'email':
      return maskEmail(value)
    case 'address':
      return '***'
  }
}

/** Of own fields only those marked personal are hidden. */
function maskCustom(value: unknown): unknown {
  const isPersonal = typeof value === 'object' && value !== null && 'isPersonal' in value && value.isPersonal === true
  return isPersonal ? { ...value, value: '***' } : value
}

/** Of the history: what is masked elsewhere is masked here too. Birthdays lose their year, as they do there. */
function maskChange(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('field' in value) || !('before' in value) || !('after' in value))
    return value
  const hide = changeMask(String(value.field), 'isPersonal' in value && value.isPersonal === true)
  if (hide === null) return value
  const hidden = (text: unknown): unknown => (text === '' ? '' : hide(String(text)))
  return { ...value, before: hidden(value.before), after: hidden(value.after) }
}

function changeMask(field: string, isPersonal: boolean): ((text: string) => string) | null {
  if (isPersonal) return () => '***'
  switch (field) {
    case 'phones':
    case 'phones.preferred':
      return maskPhone
    case 'emails':
    case 'emails.preferred':
      return maskEmail
    case 'addresses':
    case 'addresses.preferred':
      return () => '***'
    case 'birthday':
      return text => text.replace(/(?:\d{4}|--)(?=-L?\d{2}-\d{2}$)/, '--')
    default:
      return null
  }
}
