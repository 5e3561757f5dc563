import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { notOffered } from './strict-members.ts'

export interface AppPaths {
  readonly appPath: string
  readonly packageName: string
  readonly version: string
  readonly get: (name: string) => string
  readonly set: (name: string, path: string) => void
  readonly rename: (name: string) => void
}

/** Electron's named folders; `--user-data-dir` moves the program's own data, as it does there. */
export function createAppPaths(mainFile: string, argv: readonly string[]): AppPaths {
  const appPath = findPackage(dirname(mainFile))
  // our own package.json
  const manifest = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8')) as {
    productName?: string
    name: string
    version: string
  }
  const packageName = manifest.productName ?? manifest.name
  let name = packageName
  const chosen = new Map<string, string>()
  const userData = argv.find(argument => argument.startsWith('--user-data-dir='))?.slice('--user-data-dir='.length)
  if (userData !== undefined) chosen.set('userData', userData)

  const get = (folder: string): string => {
    const path = chosen.get(folder) ?? standardFolder(folder, name, get)
    if (folder === 'userData' || folder === 'logs') mkdirSync(path, { recursive: true })
    return path
  }
  return {
    appPath,
    packageName,
    version: manifest.version,
    get,
    set: (folder, path) => {
      standardFolder(folder, name, get)
      chosen.set(folder, path)
    },
    rename: wanted => {
      name = wanted
    },
  }
}

function standardFolder(folder: string, name: string, get: (folder: string) => string): string {
  const home = homedir()
  switch (folder) {
    case 'home':
      return home
    case 'appData':
      if (process.platform === 'win32') return process.env['APPDATA'] ?? join(home, 'AppData', 'Roaming')
      if (process.platform === 'darwin') return join(home, 'Library', 'Application Support')
      return process.env['XDG_CONFIG_HOME'] ?? join(home, '.config')
    case 'userData':
      return join(get('appData'), name)
    case 'sessionData':
      return get('userData')
    case 'temp':
      return tmpdir()
    case 'logs':
      return join(get('userData'), 'logs')
    case 'crashDumps':
      return join(get('userData'), 'Crashpad')
    case 'desktop':
      return join(home, 'Desktop')
    case 'documents':
      return join(home, 'Documents')
    case 'downloads':
      return join(home, 'Downloads')
    case 'exe':
      return process.execPath
    default:
      throw notOffered(`app.getPath('${folder}')`)
  }
}

function findPackage(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  if (dirname(folder) === folder) throw new Error('no package.json above the main file')
  return findPackage(dirname(folder))
}
