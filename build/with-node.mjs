// Runs a script of the project with the Node that it needs: node build/with-node.mjs SCRIPT [ARGUMENT…]
import { environmentFor, findNode } from './setup/find-node.mjs'
import { root } from './setup/prepare.mjs'
import { run, say } from './setup/run.mjs'

const node = findNode(root)
if (node === null) {
  say(`Node 24.15 or newer is needed, this is ${process.version}; npm test and npm start fetch what is missing`)
  process.exit(1)
}
const args = ['--disable-warning=ExperimentalWarning', ...process.argv.slice(2)]
process.exitCode = await run(node, args, { cwd: root, env: environmentFor(node, root), stdio: 'inherit' })
