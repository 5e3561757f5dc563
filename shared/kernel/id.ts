import { z } from 'zod'

/** UUID text as RFC 9562 writes it, lower case. Version 7 for new records, 8 for ids derived from content. */
export const Id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
export type Id = z.infer<typeof Id>

/** ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export const Instant = z.iso.datetime()
