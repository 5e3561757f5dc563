import { useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { type CustomField, customFieldTypes } from '../../../../shared/features/fields/custom-field.ts'
import { call } from '../../../kernel/client.ts'
import { emptyField, type FieldFormValues, valuesOfField } from './field-form-model.ts'

const sealAfterMs = 500

/** Unfinished by nature: limits are checked when it is saved as a field. */
const Sealed = z.object({
  version: z.literal(1),
  values: z.object({
    id: z.string().nullable(),
    name: z.string(),
    type: z.enum(customFieldTypes),
    choices: z.array(z.object({ id: z.string(), name: z.string(), hidden: z.boolean() })),
    required: z.boolean(),
    personal: z.boolean(),
    sensitive: z.boolean(),
    sensitiveReason: z.string(),
    inList: z.boolean(),
    hidden: z.boolean(),
  }),
})

/** What stands in the form of a field, sealed in the vault soon after each change, so that a lock loses nothing. */
export interface FieldDrafting {
  readonly values: FieldFormValues
  /** Text from before a lock or an Escape stands in the form. */
  readonly isRestored: boolean
  readonly change: (values: FieldFormValues) => void
  /** Seals what is typed now. */
  readonly keep: () => Promise<void>
  /** Lets it go; the form shows what is stored. */
  readonly discard: () => Promise<void>
}

export function useFieldDraft(field: CustomField | null): FieldDrafting {
  const key = `field:${field?.id ?? 'new'}`
  const [stored] = useState(() => (field === null ? emptyField() : valuesOfField(field)))
  const [values, setValues] = useState(stored)
  const [isRestored, setRestored] = useState(false)
  const typed = useRef<FieldFormValues | null>(null)
  const sealing = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    let isGone = false
    const restore = async () => {
      const result = await call('drafts.load', { key })
      const found = result.ok ? unpack(result.value.text, stored) : null
      // whoever typed meanwhile is not interrupted
      if (isGone || found === null || typed.current !== null) return
      typed.current = found
      setValues(found)
      setRestored(true)
    }
    void restore()
    return () => {
      isGone = true
      clearTimeout(sealing.current)
    }
  }, [key, stored])
  const keep = async () => {
    clearTimeout(sealing.current)
    const text = typed.current
    if (text === null) return
    if (isSame(text, stored)) await call('drafts.discard', { key })
    else await call('drafts.save', { key, text: JSON.stringify({ version: 1, values: text }) })
  }
  return {
    values,
    isRestored,
    change: next => {
      typed.current = next
      setValues(next)
      clearTimeout(sealing.current)
      sealing.current = setTimeout(() => void keep(), sealAfterMs)
    },
    keep,
    discard: async () => {
      clearTimeout(sealing.current)
      typed.current = null
      setValues(stored)
      setRestored(false)
      await call('drafts.discard', { key })
    },
  }
}

/** Null for none, for one that cannot be read and for one that says what is stored. */
function unpack(text: string | null, stored: FieldFormValues): FieldFormValues | null {
  if (text === null) return null
  try {
    const parsed = Sealed.safeParse(JSON.parse(text))
    const values = parsed.success ? { ...parsed.data.values, id: stored.id } : null
    return values === null || isSame(values, stored) ? null : values
  } catch {
    return null
  }
}

function isSame(a: FieldFormValues, b: FieldFormValues): boolean {
  const parts = (values: FieldFormValues) => JSON.stringify(Object.entries(values).toSorted(([x], [y]) => (x < y ? -1 : 1)))
  return parts(a) === parts(b)
}
