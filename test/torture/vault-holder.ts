import { wrapDatabase } from '../../electron/kernel/db/database.ts'
import { migrate } from '../../electron/kernel/db/migrate.ts'
import { openVault } from '../../electron/kernel/vault/vault-store.ts'

/**
 * Child of the two-process and memory tests. Arguments: folder, staff id, password, mode. `hold`: opens, says
 * `open`, stays. `show`: the same, and says its key with every bit turned over. `close`: as `show`, but locks first.
 */
const [folder = '', staffId = '', password = '', mode = 'hold'] = process.argv.slice(2)

try {
  const vault = await openVault({
    folder,
    staffId,
    password,
    migrate: connection => void migrate(wrapDatabase(connection), { beforeUpgrade: () => undefined }),
  })
  if (mode === 'hold') {
    process.stdout.write('open\n')
  } else {
    const key = vault.exportKeyForReader()
    const turned = Buffer.from(key.map(byte => byte ^ 0xff))
    key.fill(0)
    if (mode === 'close') vault.close('manual')
    process.stdout.write(`${mode} ${turned.toString('hex')}\n`)
  }
  setInterval(() => undefined, 1000)
} catch (error) {
  process.stdout.write(`${error instanceof Error && 'code' in error ? String(error.code) : 'bug'}\n`)
}
