import { z } from 'zod'
import { Id, Instant } from '../../kernel/id.ts'
import { CustomValue, ShownCustomValue } from '../fields/custom-value.ts'
import { OptionKey } from '../fields/field-option.ts'

export const ContactId = Id.brand<'ContactId'>()
export type ContactId = z.infer<typeof ContactId>

export const contactKinds = ['person', 'organisation'] as const
export const ContactKind = z.enum(contactKinds)
export type ContactKind = z.infer<typeof ContactKind>

export const genders = ['female', 'male', 'not-stated'] as const
export const Gender = z.enum(genders)

/** In which language, and by which way, a customer would rather be spoken to. */
export const contactLanguages = ['not-stated', 'zh', 'yue', 'en', 'ja', 'ko', 'fr', 'de', 'es', 'ru', 'other'] as const
export const ContactLanguage = z.enum(contactLanguages)
export const contactChannels = ['not-stated', 'phone', 'sms', 'wechat', 'email', 'whatsapp', 'line', 'visit', 'other'] as const
export const ContactChannel = z.enum(contactChannels)

/** SHA-256 of a stored picture, hex; '' for none. */
export const PhotoKey = z.string().regex(/^(?:[0-9a-f]{64})?$/)

/** Solar or lunar calendar date; the year may be unknown; `leap` marks a lunar leap month. */
export const Birthday = z
  .strictObject({
    calendar: z.enum(['solar', 'lunar']),
    year: z.int().min(1).max(9999).nullable(),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(31),
    leap: z.boolean(),
  })
  .refine(isPossibleDate, { path: ['day'], message: 'no such day' })
export type Birthday = z.infer<typeof Birthday>

export const phoneLabels = ['mobile', 'home', 'work', 'fax', 'other'] as const
export const emailLabels = ['home', 'work', 'other'] as const
export const addressLabels = ['home', 'work', 'other'] as const
export const handleServices = ['wechat', 'qq', 'line', 'whatsapp', 'telegram', 'skype', 'website', 'other'] as const

const text = (max: number) => z.string().trim().max(max)

export const Phone = z.strictObject({
  id: Id.nullable(),
  label: z.enum(phoneLabels),
  value: text(60).min(1).meta({ mask: 'phone' }),
  preferred: z.boolean(),
})
export type Phone = z.infer<typeof Phone>

export const Email = z.strictObject({
  id: Id.nullable(),
  label: z.enum(emailLabels),
  value: text(254).min(1).meta({ mask: 'email' }),
  preferred: z.boolean(),
})
export type Email = z.infer<typeof Email>

/** Parts as glossary 2 orders them; `detail` holds everything of an address that came in one piece. */
export const Address = z.strictObject({
  id: Id.nullable(),
  label: z.enum(addressLabels),
  country: text(100),
  region: text(100),
  city: text(100),
  district: text(100),
  detail: text(500).meta({ mask: 'address' }),
  postcode: text(20),
  preferred: z.boolean(),
})
export type Address = z.infer<typeof Address>

export const Handle = z.strictObject({
  id: Id.nullable(),
  service: z.enum(handleServices),
  value: text(300).min(1),
  preferred: z.boolean(),
})
export type Handle = z.infer<typeof Handle>

export const TagName = text(50).min(1)

/** What a person types in the form. Lists keep their order; an item without id is new. */
export const ContactDraft = z.strictObject({
  kind: ContactKind,
  name: text(200).min(1),
  alias: text(200),
  salutation: text(50),
  gender: Gender,
  company: text(200),
  jobTitle: text(200),
  birthday: Birthday.nullable().meta({ mask: 'birthday' }),
  note: z.string().max(20_000),
  phones: z.array(Phone).max(30),
  emails: z.array(Email).max(30),
  addresses: z.array(Address).max(30),
  handles: z.array(Handle).max(30),
  tags: z.array(TagName).max(100),
  /** How the surname is read, in pinyin, where it is not the usual way; '' otherwise. */
  surnameReading: text(40),
  memberNo: text(60),
  level: OptionKey,
  source: OptionKey,
  stage: OptionKey,
  assigneeId: Id.nullable(),
  language: ContactLanguage,
  preferredChannel: ContactChannel,
  /** What the shop should know before calling or serving: times, likes. */
  preference: text(500),
  /** Stands in the page's header. */
  pinnedNote: text(500),
  /** Own fields that have a value, each once. */
  custom: z.array(CustomValue).max(200),
})
export type ContactDraft = z.infer<typeof ContactDraft>

export const Contact = ContactDraft.extend({
  id: ContactId,
  custom: z.array(ShownCustomValue),
  photo: PhotoKey,
  /** Name of the one responsible; '' for nobody. */
  assigneeName: z.string(),
  /** Changes with every change of the customer or of what belongs to it; an update names the one it saw. */
  revision: z.string(),
  createdAt: Instant,
  changedAt: Instant,
  /** When somebody last dealt with the customer: bulk actions and what was taken back do not count. */
  lastActivityAt: Instant,
  /** When it was moved to the Trash; null while it is alive. */
  trashedAt: Instant.nullable(),
})
export type Contact = z.infer<typeof Contact>

/** One line of the list, of quick find and of the Trash. */
export const ContactRow = z.strictObject({
  id: ContactId,
  kind: ContactKind,
  name: z.string(),
  alias: z.string(),
  company: z.string(),
  phone: z.string().meta({ mask: 'phone' }),
  email: z.string().meta({ mask: 'email' }),
  /** City and district of the preferred address. */
  place: z.string(),
  memberNo: z.string(),
  level: OptionKey,
  source: OptionKey,
  stage: OptionKey,
  assigneeName: z.string(),
  birthday: Birthday.nullable().meta({ mask: 'birthday' }),
  photo: PhotoKey,
  tags: z.array(z.string()),
  /** Of the own fields asked for, those that have a value. */
  custom: z.array(ShownCustomValue),
  createdAt: Instant,
  lastActivityAt: Instant,
  trashedAt: Instant.nullable(),
})
export type ContactRow = z.infer<typeof ContactRow>

export function emptyContactDraft(): ContactDraft {
  return {
    kind: 'person',
    name: '',
    alias: '',
    salutation: '',
    gender: 'not-stated',
    company: '',
    jobTitle: '',
    birthday: null,
    note: '',
    phones: [],
    emails: [],
    addresses: [],
    handles: [],
    tags: [],
    surnameReading: '',
    memberNo: '',
    level: '',
    source: '',
    stage: '',
    assigneeId: null,
    language: 'not-stated',
    preferredChannel: 'not-stated',
    preference: '',
    pinnedNote: '',
    custom: [],
  }
}

/** Of a month from 1 to 12. Lunar months have 29 or 30 days; a solar 29 February without a year is possible. */
export function isPossibleDate(date: {
  calendar: string
  year: number | null
  month: number
  day: number
  leap: boolean
}): boolean {
  if (date.calendar === 'lunar') return date.day <= 30
  if (date.leap) return false
  const year = date.year ?? 2000
  const days = new Date(Date.UTC(2000 + (year % 400), date.month, 0)).getUTCDate()
  return date.day <= days
}
