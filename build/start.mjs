// npm start: everything that a fresh clone lacks, then the program. Plain Node 18, no dependencies.
import { join } from 'node:path'
import { provideElectron } from './setup/fetch-electron.mjs'
import { prepare, root } from './setup/prepare.mjs'
import { run, say } from './setup/run.mjs'

const ready = await prepare({ forTests: false })
if (ready === null) process.exit(1)
const { node, env } = ready
const go = (program, args) => run(program, args, { cwd: root, env, stdio: 'inherit' })
const standIn = file =>
  go(node, ['--disable-warning=ExperimentalWarning', join(root, 'test', 'desktop', file), ...process.argv.slice(2)])

if ((await go(node, [join(root, 'build', 'build.mjs'), '--if-needed'])) !== 0) process.exit(1)
const hasScreen = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
const electron = hasScreen ? await provideElectron(root, node) : null
if (electron !== null) {
  // a container's root may not use Chromium's sandbox
  const rootFlags = process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : []
  process.exit(await go(electron, [...rootFlags, root, ...process.argv.slice(2)]))
}
if (hasScreen) {
  say('Electron is not here: the program runs on Node and Chromium')
  process.exit(await standIn('show.ts'))
}
say('no display: the guided demonstration runs without a window; pictures go to out/demo')
process.exit(await standIn('demo.ts'))
