import { existsSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { join } from 'node:path'
import { findElectron } from './find-electron.mjs'
import { run, say } from './run.mjs'

/** Electron's program, downloaded once where its release site answers quickly; null elsewhere, without a long wait. */
export async function provideElectron(root, node) {
  const found = findElectron()
  const attempted = join(root, 'node_modules', 'electron', '.zhanggui-attempt')
  if (found !== null || existsSync(attempted)) return found
  const mirror = process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror || 'https://github.com'
  const hasProxy = Boolean(process.env.HTTPS_PROXY || process.env.https_proxy)
  if (!hasProxy && !(await answers(mirror))) return null
  say('set-up: downloading Electron, once')
  await run(node, [join(root, 'node_modules', 'electron', 'install.js')], { cwd: root, timeout: hasProxy ? 120_000 : 600_000 })
  if (findElectron() === null) {
    say('set-up: Electron could not be downloaded; the program runs on Chromium instead (again: npx install-electron)')
    writeFileSync(attempted, '')
  }
  return findElectron()
}

function answers(address) {
  return new Promise(resolve => {
    const probe = request(address, { method: 'HEAD', timeout: 4_000 }, () => resolve(true))
    probe.once('timeout', () => probe.destroy())
    probe.once('error', () => resolve(false))
    probe.once('response', () => probe.destroy())
    probe.end()
  })
}
