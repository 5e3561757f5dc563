import type { PasswordStrength } from '../../../shared/features/vault/vault.ts'
import type { vaultContract } from '../../../shared/features/vault/vault-contract.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { MainHandlersFor } from '../../kernel/ipc/handlers.ts'
import type { ClosedVault } from './closed-vault.ts'
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
  readonly describe: (folder: string) => ClosedVault
}

export function createVaultHandlers(ports: VaultHandlerPorts): MainHandlersFor<typeof vaultContract> {
  const { lifecycle, preparedCode, place } = ports
  return {
    'vault.state': () => lifecycle.state(),
    'vault.measurePassword': ({ password, words }) => ports.measurePassword(password, words),
    'vault.prepare': () => ({ recoveryCode: preparedCode.prepare() }),
    'vault.create': async ({ shopName, ownerName, password, confirm }) => {
      const recoveryCode = preparedCode.confirm(confirm)
      // where the known vault is missing, the new one does not go to its place, which may be a drive that comes back
      const folder = place.usualFolder
      const state = await lifecycle.create({ folder, shopName, ownerName, password, recoveryCode })
      preparedCode.forget()
      return state
    },
    'vault.unlock': ({ staffId, password }) => lifecycle.open({ folder: place.folder(), staffId, password }),
    'vault.recover': ({ recoveryCode, newPassword }) => lifecycle.recover({ folder: place.folder(), recoveryCode, newPassword }),
    'vault.lock': async () => {
      await lifecycle.lock('manual')
      return lifecycle.state()
    },
    'vault.locate': async () => {
      const folder = await ports.chooseVaultFolder()
      if (folder === null) return lifecycle.state()
      if (lifecycle.isUnlocked()) throw new AppError('conflict')
      const found = ports.describe(folder)
      if (found.state !== 'present') throw new AppError('vault-missing')
      place.remember(folder, found.shopName)
      return lifecycle.refresh()
    },
  }
}
