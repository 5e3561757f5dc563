import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findElectron } from '../../build/setup/find-electron.mjs'
import type { Desktop, DesktopOptions } from '../desktop/desktop.ts'
import { noteDesktop } from '../desktop/kept-traces.ts'
import { launchElectron } from '../desktop/launch-electron.ts'
import { launchStandIn } from '../desktop/launch-stand-in.ts'

const builtMain = join(import.meta.dirname, '..', '..', 'out', 'main', 'main.js')

/** Starts the built program in real Electron where its binary is, else on the stand-in; says once which. */
export async function launchDesktop(options: DesktopOptions = {}): Promise<Desktop> {
  const main = options.main ?? builtMain
  if (!existsSync(main)) throw new Error('the program is not built: run npm run build')
  const program = process.env['ZHANGGUI_DESKTOP'] === 'stand-in' ? null : findElectron()
  const desktop =
    program === null ? await launchStandIn({ ...options, main }) : await launchElectron({ ...options, main, program })
  sayOnce(desktop.kind)
  return noteDesktop(desktop)
}

let isSaid = false

function sayOnce(kind: Desktop['kind']): void {
  if (!isSaid) process.stdout.write(kind === 'electron' ? 'desktop: Electron\n' : 'desktop: stand-in (Node and Chromium)\n')
  isSaid = true
}
