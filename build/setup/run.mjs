import { spawn, spawnSync } from 'node:child_process'

/** Runs a program with its output shown; the exit code, or 1 when it could not start or was ended. */
export function run(program, args, options = {}) {
  return new Promise(resolve => {
    const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options })
    child.once('error', () => resolve(1))
    child.once('close', code => resolve(code ?? 1))
  })
}

/** Runs a program without a word; true when it succeeded within the time. */
export function runQuietly(program, args, options = {}) {
  const { status } = spawnSync(program, args, { stdio: 'ignore', timeout: 600_000, ...options })
  return status === 0
}

/** True when the system knows the command. */
export function hasCommand(name) {
  const look = process.platform === 'win32' ? ['where', [name]] : ['sh', ['-c', `command -v ${name}`]]
  return runQuietly(look[0], look[1])
}

/** npm as the one that started us, else the one on the PATH. */
export function npmCommand(args) {
  const { npm_execpath: script } = process.env
  if (script !== undefined && /\.c?js$/.test(script)) return { program: process.execPath, args: [script, ...args], options: {} }
  return { program: 'npm', args, options: { shell: process.platform === 'win32' } }
}

export function say(text) {
  process.stdout.write(`${text}\n`)
}
