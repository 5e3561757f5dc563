// npm run pack [-- --win --mac --linux …]: the program as it is installed, in dist/. Without more words: unpacked, for this system.
import { join } from 'node:path'
import { environmentFor, findNode } from './setup/find-node.mjs'
import { root } from './setup/prepare.mjs'
import { run } from './setup/run.mjs'

const node = findNode(root) ?? process.execPath
const env = environmentFor(node, root)
const wanted = process.argv.slice(2)
const built = await run(node, [join(root, 'build', 'build.mjs')], { cwd: root, env })
const builder = join(root, 'node_modules', 'electron-builder', 'cli.js')
process.exitCode =
  built === 0 ? await run(node, [builder, ...(wanted.length === 0 ? ['--dir'] : wanted)], { cwd: root, env }) : built
