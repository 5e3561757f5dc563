import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const sources = ['electron', 'renderer', 'shared', 'build', 'package.json', 'package-lock.json']
const stampFile = 'out/.built'

/** True when out/ was built of the sources as they stand now. */
export function isBuilt(root) {
  const stamp = join(root, stampFile)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === describeSources(root)
}

export function noteBuilt(root) {
  writeFileSync(join(root, stampFile), describeSources(root))
}

function describeSources(root) {
  const hash = createHash('sha256')
  for (const source of sources)
    for (const file of filesOf(join(root, source))) hash.update(`${file}\n`).update(readFileSync(file))
  return hash.digest('hex')
}

function filesOf(path) {
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .filter(entry => !entry.name.endsWith('.tsbuildinfo'))
    .sort((one, other) => (one.name < other.name ? -1 : 1)) // oxlint-disable-line unicorn/no-array-sort -- toSorted is newer than Node 18
    .flatMap(entry => filesOf(join(path, entry.name)))
}
