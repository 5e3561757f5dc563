// Runs the built program on the stand-in in a window, with the data folder that the installed program would use.
import { join } from 'node:path'
import { createAppPaths } from './electron/app-paths.ts'
import { launchStandIn } from './launch-stand-in.ts'

const main = join(import.meta.dirname, '..', '..', 'out', 'main', 'main.js')
const given = process.argv.find(argument => argument.startsWith('--user-data-dir='))?.slice('--user-data-dir='.length)
const userData = given ?? createAppPaths(main, []).get('userData')
const lang =
  process.argv.find(argument => argument.startsWith('--lang='))?.slice('--lang='.length) ??
  Intl.DateTimeFormat().resolvedOptions().locale

const desktop = await launchStandIn({ main, userData, lang, headless: false, isLoud: true }).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void desktop.quit().catch(() => undefined))
const { code } = await desktop.waitForExit()
await desktop.close()
process.exit(code ?? 1)
