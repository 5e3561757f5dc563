import { uptime } from 'node:os'
import { z } from 'zod'
import { type VaultFs, withFileErrors, writeDurably } from './vault-fs.ts'

export interface BackoffClock {
  /** Seconds since the computer started: runs on through sleep and is not moved by setting the clock. */
  readonly uptimeSeconds: () => number
  readonly now: () => Date
}

export const systemBackoffClock: BackoffClock = { uptimeSeconds: uptime, now: () => new Date() }

/** Slows down wrong passwords: 3 are free, then 1, 2, 4 … 300 s. Nothing is ever destroyed or shut for good. */
export interface Backoff {
  /** Whole seconds until the next try; 0 when it may be made now. */
  readonly waitSeconds: () => number
  /** Counts a try. Called before the password is checked, so that ending the program in between gains nothing. */
  readonly recordTry: () => void
  /** After the right password. */
  readonly reset: () => void
}

const freeTries = 3
const longestSeconds = 300

const Attempts = z.strictObject({
  version: z.literal(1),
  tries: z.int().min(0).max(1_000_000),
  /** Seconds since the computer's start at the last try. */
  uptime: z.number().min(0),
  /** Wall time of the last try, for people only. */
  at: z.iso.datetime(),
})
type Attempts = z.infer<typeof Attempts>

/** Kept in the file at `path`, read anew each time; an unreadable file counts as the free tries being used up. */
export function openBackoff(fs: VaultFs, path: string, clock: BackoffClock): Backoff {
  return {
    waitSeconds: () => Math.ceil(remainingSeconds(readAttempts(fs, path), clock.uptimeSeconds())),
    recordTry: () => {
      const tries = Math.min(readAttempts(fs, path).tries + 1, 1_000_000)
      const attempts: Attempts = { version: 1, tries, uptime: clock.uptimeSeconds(), at: clock.now().toISOString() }
      writeDurably(fs, path, Buffer.from(JSON.stringify(attempts)))
    },
    reset: () => withFileErrors(() => fs.remove(path)),
  }
}

/** How long the try after so many wrong ones has to wait. */
export function delayAfter(tries: number): number {
  return tries < freeTries ? 0 : Math.min(longestSeconds, 2 ** (tries - freeTries))
}

/**
 * The wall clock has no say, so setting it neither shortens nor lengthens a wait. The time since the computer's start
 * does: where it is less than at the last try the computer was restarted, and then at least that much has passed.
 */
function remainingSeconds(attempts: Attempts, uptimeNow: number): number {
  const passed = uptimeNow >= attempts.uptime ? uptimeNow - attempts.uptime : uptimeNow
  return Math.max(0, delayAfter(attempts.tries) - passed)
}

function readAttempts(fs: VaultFs, path: string): Attempts {
  if (!fs.exists(path)) return { version: 1, tries: 0, uptime: 0, at: new Date(0).toISOString() }
  try {
    return Attempts.parse(JSON.parse(fs.read(path).toString('utf8')))
  } catch {
    return { version: 1, tries: freeTries, uptime: 0, at: new Date(0).toISOString() }
  }
}
