import type { PasswordStrength } from '../../../shared/features/vault/vault.ts'
import type { vaultContract } from '../../../shared/features/vault/vault-contract.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { MainHandlersFor } from '../../kernel/ipc/handlers.ts'
import type { PreparedCode } from './prepared-code.ts'
import type { VaultLifecycle } from './vault-lifecycle.ts'
import type { VaultPlace } from './vault-place.ts'

export interface VaultHandlerPorts {
  readonly lifecycle: VaultLifecycle
  readonly preparedCode: PreparedCode
  readonly place: VaultPlace
  /** Loads its word lists at the first call. */
  readonly measurePassword: (password: string, words: readonly string[]) => Promise<PasswordStrength>
  readonly chooseVaultFolder: () => Promise<string | null>
  /** True when that folder holds a vault. */
  readonly isVaultFolder: (folder: string) => boolean
}

export function createVaultHandlers(ports: VaultHandlerPorts): MainHandlersFor<typeof vaultContract> {
  const { lifecycle, preparedCode, place } = ports
  const demandStrong = async (field: string, password: string, words: readonly string[]): Promise<void> => {
    const strength = await ports.measurePassword(password, words)
    if (strength.accepted) return
    throw new AppError(strength.reason === 'too-short' ? 'password-too-short' : 'password-too-common', { field })
  }
  return {
    'vault.state': () => lifecycle.state(),
    'vault.measurePassword': ({ password, words }) => ports.measurePassword(password, words),
    'vault.prepare': () => ({ recoveryCode: preparedCode.prepare() }),
    'vault.create': async ({ shopName, ownerName, password, confirm }) => {
      const recoveryCode = preparedCode.confirm(confirm)
      await demandStrong('password', password, [shopName, ownerName])
      const state = await lifecycle.create({ folder: place.folder(), shopName, ownerName, password, recoveryCode })
      preparedCode.forget()
      return state
    },
    'vault.unlock': ({ staffId, password }) => lifecycle.open({ folder: place.folder(), staffId, password }),
    'vault.recover': async ({ recoveryCode, newPassword }) => {
      await demandStrong('newPassword', newPassword, [])
      return await lifecycle.recover({ folder: place.folder(), recoveryCode, newPassword })
    },
    'vault.lock': async () => {
      await lifecycle.lock('manual')
      return lifecycle.state()
    },
    'vault.locate': async () => {
      const folder = await ports.chooseVaultFolder()
      if (folder === null) return lifecycle.state()
      if (lifecycle.isUnlocked()) throw new AppError('conflict')
      if (!ports.isVaultFolder(folder)) throw new AppError('vault-missing')
      place.move(folder)
      return lifecycle.refresh()
    },
  }
}
