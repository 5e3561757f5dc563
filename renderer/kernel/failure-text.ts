import { minPasswordLength } from '../../shared/features/vault/vault.ts'
import { assertNever } from '../../shared/kernel/assert.ts'
import type { Failure } from '../../shared/kernel/result.ts'
import type { Translate } from './i18n.ts'

/** What a person reads when something did not work: what happened and what to do, without blame. */
export function failureText(t: Translate, failure: Failure): string {
  const { code, params = {} } = failure
  switch (code) {
    case 'unknown-channel':
    case 'untrusted-sender':
    case 'internal':
      return t('failure:internal', { code: failure.reference ?? code })
    case 'wait':
      return t('failure:wait', { seconds: params.seconds ?? 1 })
    case 'vault-in-use':
      return t('failure:vault-in-use', { known: params.host === undefined ? 'no' : 'yes', host: params.host ?? '' })
    case 'password-too-short':
      return t('failure:password-too-short', { min: params.min ?? minPasswordLength })
    case 'invalid-input':
    case 'locked':
    case 'forbidden':
    case 'not-found':
    case 'conflict':
    case 'nothing-to-undo':
    case 'wrong-password':
    case 'wrong-recovery-code':
    case 'password-too-common':
    case 'vault-missing':
    case 'vault-exists':
    case 'vault-damaged':
    case 'vault-from-future':
    case 'keyring-missing':
    case 'keyring-damaged':
    case 'folder-not-writable':
    case 'disk-full':
    case 'read-only':
    case 'crypto-unavailable':
    case 'vault-stopped':
    case 'file-missing':
    case 'file-unreadable':
    case 'file-empty':
    case 'file-not-vcard':
    case 'picture-unreadable':
    case 'too-many':
    case 'job-running':
    case 'cancelled':
      return t(`failure:${code}`)
    default:
      return assertNever(code)
  }
}

/** What "Copy details" puts on the clipboard: code and reference, never personal data. */
export function failureDetails(t: Translate, failure: Failure): string {
  return t('failure:details', { code: failure.code, reference: failure.reference ?? '--' })
}
