import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildReferenceCipher, installDependencies } from './dependencies.mjs'
import { environmentFor, findNode } from './find-node.mjs'
import { say } from './run.mjs'
import { provideChromium, provideTestTools } from './system-packages.mjs'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Everything that a fresh clone lacks. Answers the Node to go on with and its environment; null when something needed is missing. */
export async function prepare({ forTests }) {
  if (!(await installDependencies(root))) return null
  const node = findNode(root)
  if (node === null) {
    say(`set-up: Node 24.15 or newer is needed, this is ${process.version} (https://nodejs.org)`)
    return null
  }
  if (!(await provideChromium(root, node))) return null
  if (forTests) {
    provideTestTools()
    buildReferenceCipher(root)
  }
  return { node, env: environmentFor(node, root) }
}
