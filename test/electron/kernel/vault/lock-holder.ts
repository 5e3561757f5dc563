import { lockVault } from '../../../../electron/kernel/vault/lock-database.ts'
import { vaultPaths } from '../../../../electron/kernel/vault/vault-files.ts'
import { systemFs } from '../../../../electron/kernel/vault/vault-fs.ts'
import { AppError } from '../../../../shared/kernel/app-error.ts'

/** Child of the lock's test: takes the vault in the folder given, says so, and holds it until it is ended. */
try {
  lockVault(vaultPaths(process.argv[2] ?? ''), systemFs, () => new Date())
  process.stdout.write('held\n')
  setInterval(() => undefined, 60_000)
} catch (error) {
  process.stdout.write(`${error instanceof AppError ? error.code : 'bug'}\n`)
}
