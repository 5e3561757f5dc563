import { appErrorCodes } from '../../../shared/kernel/app-error.ts'

export type LogValue = string | number | boolean | null

const codes: ReadonlySet<string> = new Set(appErrorCodes)
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const channelName = /^[a-z]{1,20}\.[a-zA-Z]{1,30}$/
const systemCode = /^[A-Z][A-Z_]{2,40}$/
const errorClass = /^[A-Z][A-Za-z]{0,30}Error$/

/**
 * Lets through what cannot be about a person: counts, switches, error codes, ids, names of channels and error
 * classes, and the words that the program itself lists. Every other text becomes `[redacted]`.
 */
export function redact(value: LogValue, ownWords: ReadonlySet<string> = new Set()): LogValue {
  if (typeof value !== 'string') return value
  if (codes.has(value) || ownWords.has(value)) return value
  return [uuid, channelName, errorClass].some(form => form.test(value)) ? value : '[redacted]'
}

export interface RedactedError {
  /** Its class, and the system's or the database's code where it has one: `SqliteError SQLITE_FULL`. */
  readonly error: string
  /** `function file:line` of our own code. */
  readonly frames: readonly string[]
}

/** Where a bug came from, without its message, which may hold values. */
export function redactError(error: unknown): RedactedError {
  if (!(error instanceof Error)) return { error: typeof error, frames: [] }
  const name = errorClass.test(error.name) ? error.name : 'Error'
  const code = 'code' in error && typeof error.code === 'string' && systemCode.test(error.code) ? ` ${error.code}` : ''
  return { error: `${name}${code}`, frames: framesOf(error) }
}

function framesOf({ message, stack = '' }: Error): readonly string[] {
  // the message stands before the frames, and a line of it may look like one
  const afterMessage = stack.slice(stack.indexOf(message) + message.length)
  const frames = afterMessage.matchAll(
    /^\s+at (?:(?:async )?([\w$.<>]+) )?\(?(?:[^\n()]*[/\\])?([\w.-]+\.[cm]?[jt]s):(\d+):\d+\)?$/gm,
  )
  return [...frames].slice(0, 8).map(([, name, file, line]) => `${name ?? '?'} ${file}:${line}`)
}
