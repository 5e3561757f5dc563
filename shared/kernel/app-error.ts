/** Every failure the program expects, by name. Screens turn each into words; anything else is a bug and becomes `internal`. */
export const appErrorCodes = [
  'invalid-input',
  'unknown-channel',
  'untrusted-sender',
  'locked',
  'forbidden',
  'not-found',
  'conflict',
  'nothing-to-undo',
  'wrong-password',
  'wrong-recovery-code',
  'wait',
  'password-too-short',
  'password-too-common',
  'vault-missing',
  'vault-exists',
  'vault-in-use',
  'vault-damaged',
  'vault-from-future',
  'keyring-missing',
  'keyring-damaged',
  'folder-not-writable',
  'disk-full',
  'read-only',
  'crypto-unavailable',
  'vault-stopped',
  'file-missing',
  'file-unreadable',
  'file-empty',
  'file-not-vcard',
  'picture-unreadable',
  'too-many',
  'job-running',
  'cancelled',
  'internal',
] as const
export type AppErrorCode = (typeof appErrorCodes)[number]

/** Numbers and names a message may show. Never a stored value, a path, SQL or a stack. */
export type FailureParams = Readonly<Record<string, number | string>>

export interface FailureDetails {
  /** The input field at fault, dotted: `phones.0.value`. */
  readonly field?: string
  readonly params?: FailureParams
}

/** An expected failure. Thrown anywhere in main; turned into a Result at one place, the dispatcher. */
export class AppError extends Error {
  readonly code: AppErrorCode
  readonly details: FailureDetails

  constructor(code: AppErrorCode, details: FailureDetails = {}) {
    super(code)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
}
