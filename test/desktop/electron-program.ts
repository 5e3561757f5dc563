import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Electron's program where it is installed, or where ELECTRON_OVERRIDE_DIST_PATH says; null when there is none. Never downloads. */
export function findElectron(env: NodeJS.ProcessEnv = process.env): string | null {
  const folder = join(import.meta.dirname, '..', '..', 'node_modules', 'electron')
  const pathFile = join(folder, 'path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : standardName()
  const program = join(env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), name)
  return existsSync(program) ? program : null
}

function standardName(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}
