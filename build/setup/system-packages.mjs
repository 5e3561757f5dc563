import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium } from './find-chromium.mjs'
import { hasCommand, run, runQuietly, say } from './run.mjs'

/** Finds Chromium or installs it: Debian's packages as root, which bring libraries and fonts along, else Playwright's download. */
export async function provideChromium(root, node) {
  if (findChromium() !== null) {
    provideFonts()
    return true
  }
  if (process.env.CHROMIUM_PATH) {
    say(`set-up: there is no program at CHROMIUM_PATH (${process.env.CHROMIUM_PATH})`)
    return false
  }
  if (installDebianPackages(['chromium', 'fonts-noto-cjk']) && findChromium() !== null) return true
  say('set-up: downloading Chromium by Playwright')
  await run(node, [join(root, 'node_modules', 'playwright', 'cli.js'), 'install', 'chromium'], { cwd: root, timeout: 600_000 })
  if (findChromium() !== null) return true
  say('set-up: Chromium is missing; install it (Debian: apt-get install chromium fonts-noto-cjk) or set CHROMIUM_PATH to one')
  return false
}

/** What only some tests use: without it they say that they were skipped. */
export function provideTestTools() {
  if (process.platform !== 'linux') return
  const wanted = { gcc: 'gcc', age: 'age', pdftotext: 'poppler-utils', 'g++': 'g++', make: 'make', python3: 'python3' }
  const missing = Object.entries(wanted).filter(([command]) => !hasCommand(command))
  const packages = missing.map(([, name]) => name)
  if (packages.length === 0 || installDebianPackages(packages)) return
  say(`set-up: some tests will be skipped without: ${packages.join(' ')} (Debian: apt-get install them)`)
}

function provideFonts() {
  if (process.platform !== 'linux' || !hasCommand('fc-list')) return
  const { stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  if ((stdout ?? '').trim() !== '' || installDebianPackages(['fonts-noto-cjk'])) return
  say('set-up: no Chinese font, so pictures of the screens show boxes (Debian: apt-get install fonts-noto-cjk)')
}

/** True when they are installed now. Only as root on Debian and its like. */
function installDebianPackages(packages) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  say(`set-up: apt-get install ${packages.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const install = () => runQuietly('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env })
  return install() || (runQuietly('apt-get', ['update', '-q'], { env }) && install())
}
