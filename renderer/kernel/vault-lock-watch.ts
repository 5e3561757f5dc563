import { on } from './client.ts'
import { noteLock } from './lock-counter.ts'

/** Makes every store forget when main says that the vault is no longer open. Started once, before anything is drawn. */
export function watchVaultLock(): () => void {
  return on('vault.changed', vault => {
    if (vault.state !== 'unlocked' && vault.state !== 'opening') noteLock()
  })
}
