import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** Path of the address (`/assets/main-ab12.js`) to the file that answers it. */
export type PageManifest = ReadonlyMap<string, string>

const served = /\.(html|js|css|json|svg|png|woff2)$/

/** Lists the built page's files once, at the start; links to elsewhere and source maps are not among them. */
export function readPageManifest(folder: string): PageManifest {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && served.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
  return new Map(files.map(file => [`/${relative(folder, file).split(sep).join('/')}`, file]))
}
