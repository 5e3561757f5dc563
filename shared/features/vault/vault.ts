import { z } from 'zod'
import { Id, Instant } from '../../kernel/id.ts'
import { roles } from '../../kernel/permission.ts'

export const minPasswordLength = 10
export const maxPasswordLength = 256
/** Recovery code: 8 groups of 4 of Crockford's base 32 (no I, L, O, U): 150 bits and 10 bits of checksum. */
export const recoveryGroupCount = 8
export const recoveryGroupLength = 4

export const Password = z.string().min(1).max(maxPasswordLength)

export const StaffMember = z.strictObject({ id: Id, name: z.string(), role: z.enum(roles) })
export type StaffMember = z.infer<typeof StaffMember>

export const lockReasons = ['manual', 'idle', 'suspend', 'screen-lock', 'minimise', 'crash', 'start', 'quit'] as const
export const LockReason = z.enum(lockReasons)
export type LockReason = z.infer<typeof LockReason>

/** What the window may know of the vault. `staff` is what the lock screen offers. */
export const VaultState = z.discriminatedUnion('state', [
  /** No vault on this computer yet: first run. */
  z.strictObject({ state: z.literal('none') }),
  /** One is known, but its folder, file or keyring is not there, or no copy of the keyring can be read. */
  z.strictObject({
    state: z.literal('missing'),
    shopName: z.string(),
    what: z.enum(['folder', 'file', 'keyring', 'keyring-damaged']),
  }),
  z.strictObject({
    state: z.literal('locked'),
    shopName: z.string(),
    staff: z.array(StaffMember),
    since: Instant,
    reason: LockReason,
    /** Seconds until the next try is allowed. */
    waitSeconds: z.int(),
  }),
  z.strictObject({ state: z.literal('opening'), shopName: z.string() }),
  z.strictObject({ state: z.literal('unlocked'), shopName: z.string(), me: StaffMember }),
])
export type VaultState = z.infer<typeof VaultState>

/** 0 to 4 as zxcvbn counts it; `accepted` is what creating a vault demands. */
export const PasswordStrength = z.strictObject({
  score: z.int().min(0).max(4),
  accepted: z.boolean(),
  reason: z.enum(['ok', 'too-short', 'too-common']),
  /** One hint in words of the locale files, e.g. `names`, `keyboard`, `dates`, `repeats`, `common`, `pinyin`. */
  hint: z.enum(['none', 'length', 'names', 'keyboard', 'dates', 'repeats', 'common', 'pinyin']),
})
export type PasswordStrength = z.infer<typeof PasswordStrength>
