import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { isBuilt, noteBuilt } from './setup/source-stamp.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '..')

if (process.argv.includes('--if-needed') && isBuilt(root)) process.exit(0)
// main empties out/main, so the preload, which lies beside it, comes after
for (const part of ['main', 'preload', 'renderer']) {
  await build({
    configFile: join(here, `vite.${part}.config.ts`),
    logLevel: process.argv.includes('--verbose') ? 'info' : 'warn',
  })
}
noteBuilt(root)
