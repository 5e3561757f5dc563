import type { z } from 'zod'
import type { Role } from './permission.ts'

/** How a value looks to a role without the right to see it (glossary 19). Set in a schema's `meta({ mask })`. */
export type Mask = 'phone' | 'email' | 'address' | 'birthday'

declare module 'zod' {
  interface GlobalMeta {
    /** Roles without `values.reveal` receive the value masked this way. */
    mask?: Mask
  }
}

export type MaskedSchema = z.ZodType
export type { Role }
