import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { lockReasons } from '../../../shared/features/vault/vault.ts'
import { type LogValue, redact, redactError } from './redact.ts'

export const logEvents = [
  'start',
  'quit',
  'bug',
  'vault-opened',
  'vault-locked',
  'vault-fatal',
  'worker-terminated',
  'renderer-gone',
  'renderer-unresponsive',
  'preferences-damaged',
  'flags-refused',
] as const
export type LogEvent = (typeof logEvents)[number]

export interface Log {
  /** One line: time, event, fields. Texts pass through `redact`. Never throws. */
  readonly write: (event: LogEvent, fields?: Readonly<Record<string, LogValue>>) => void
  /** Logs a bug without its message and answers the 8-digit reference that a person can quote. */
  readonly bug: (where: string, error: unknown) => string
}

const fileName = 'zhanggui-log.txt'
const keptFiles = 3
const ownWords: ReadonlySet<string> = new Set<string>([
  ...lockReasons,
  'main',
  'worker',
  'job',
  'checkpoint',
  'win32',
  'darwin',
  'linux',
  'clean-exit',
  'abnormal-exit',
  'killed',
  'crashed',
  'oom',
])

/** Writes lines of JSON below `folder`; a full file moves aside, the oldest of three goes. */
export function createLog(options: { readonly folder: string; readonly now: () => Date; readonly maxBytes?: number }): Log {
  const append = (line: Readonly<Record<string, unknown>>): void => {
    try {
      mkdirSync(options.folder, { recursive: true })
      rotate(options.folder, options.maxBytes ?? 1_000_000)
      appendFileSync(join(options.folder, fileName), `${JSON.stringify(line)}\n`, { mode: 0o600 })
    } catch {
      // a full or missing disk must not stop the program for its log
    }
  }
  return {
    write: (event, fields = {}) => {
      const redacted = Object.entries(fields).map(([name, value]) => [name, redact(value, ownWords)])
      append({ at: options.now().toISOString(), event, ...Object.fromEntries(redacted) })
    },
    bug: (where, error) => {
      const reference = randomBytes(4).toString('hex')
      append({ at: options.now().toISOString(), event: 'bug', reference, where: redact(where, ownWords), ...redactError(error) })
      return reference
    },
  }
}

function rotate(folder: string, maxBytes: number): void {
  const name = (n: number): string => join(folder, n === 0 ? fileName : fileName.replace('.txt', `.${n}.txt`))
  if ((statSync(name(0), { throwIfNoEntry: false })?.size ?? 0) < maxBytes) return
  for (let n = keptFiles - 2; n >= 0; n -= 1) {
    if (statSync(name(n), { throwIfNoEntry: false }) !== undefined) renameSync(name(n), name(n + 1))
  }
}
