import { z } from 'zod'
import { ContactDraft, type ContactId } from '../../../shared/features/contacts/contact.ts'
import { contactDraftKey } from '../../../shared/features/contacts/contact-draft-key.ts'
import type { ContactFormValues } from './contact-form-model.ts'

/** What a form is about: a new customer, or one that exists. */
export type ContactFormTarget = { readonly kind: 'new' } | { readonly kind: 'edit'; readonly id: ContactId }

const loose = { key: z.string(), preferred: z.boolean(), id: z.string().nullable() }
const shape = ContactDraft.shape
const Row = z.object({ ...loose, label: z.string(), value: z.string() })

/** Came after the first version: a draft from before takes them from what is stored. */
const later = {
  surnameReading: z.string().optional(),
  language: shape.language.optional(),
  preferredChannel: shape.preferredChannel.optional(),
  preference: z.string().optional(),
  pinnedNote: z.string().optional(),
  level: z.string().optional(),
  stage: z.string().optional(),
  memberNo: z.string().optional(),
  source: z.string().optional(),
  assigneeId: z.string().nullable().optional(),
  custom: z.record(z.string(), z.string()).optional(),
}

const FormText = z.object({
  kind: shape.kind,
  name: z.string(),
  alias: z.string(),
  salutation: z.string(),
  gender: shape.gender,
  company: z.string(),
  jobTitle: z.string(),
  note: z.string(),
  tags: z.array(z.string()),
  birthday: z.object({
    calendar: z.enum(['solar', 'lunar']),
    year: z.string(),
    month: z.int().nullable(),
    day: z.int().nullable(),
    leap: z.boolean(),
  }),
  ...later,
  phones: z.array(Row),
  emails: z.array(Row),
  handles: z.array(z.object({ ...loose, service: z.string(), value: z.string() })),
  addresses: z.array(
    z.object({
      ...loose,
      label: z.string(),
      country: z.string(),
      region: z.string(),
      city: z.string(),
      district: z.string(),
      detail: z.string(),
      postcode: z.string(),
    }),
  ),
})

/** A sealed draft is unfinished by nature: shapes are checked when it is loaded, limits only when it is saved as a customer. */
const DraftText = z.object({
  version: z.literal(1),
  revision: z.string().nullable(),
  values: FormText,
  base: FormText,
})

export interface SealedForm {
  readonly values: ContactFormValues
  /** What was stored when typing began, to tell what the person changed. */
  readonly base: ContactFormValues
  /** The revision that the person saw when typing began; null for a new customer. */
  readonly revision: string | null
}

export function draftKeyOf(target: ContactFormTarget): string {
  return contactDraftKey(target.kind === 'new' ? null : target.id)
}

export function packDraft(form: SealedForm): string {
  return JSON.stringify({ version: 1, ...form })
}

/**
 * The form as it was sealed, what the draft does not know as it is stored; null when the text is of another version or
 * not readable, so that it is never half shown.
 */
export function unpackDraft(text: string, stored: ContactFormValues): SealedForm | null {
  const parsed = DraftText.safeParse(parseJson(text))
  if (!parsed.success) return null
  const { values, base, revision } = parsed.data
  // labels are free text here; saving checks them against the closed lists
  const fill = (typed: object) => ({ ...stored, ...typed }) as ContactFormValues
  return { values: fill(values), base: fill(base), revision }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
