import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { HostTopics, MainTopics } from '../link-topics.ts'
import { createLink, type ProcessLink } from '../process-link.ts'

export interface MainProcess {
  readonly link: ProcessLink<MainTopics, HostTopics>
  readonly process: ChildProcess
  /** Everything written so far. */
  readonly stdout: () => string
  readonly stderr: () => string
  readonly exited: Promise<MainExit>
}

export interface MainExit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

export interface MainProcessOptions {
  readonly main: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** Also shows what the process writes. */
  readonly isLoud: boolean
}

/** The program's main file, unchanged, in a Node process of its own where `electron` is the stand-in. */
export function startMainProcess({ main, args, env, isLoud }: MainProcessOptions): MainProcess {
  const child = fork(join(import.meta.dirname, '..', 'start-main.ts'), [main, ...args], {
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: { ...cleanEnvironment(), ...env },
  })
  const written = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      written[name] += text
      if (isLoud) process[name].write(text)
    })
  }
  const link = createLink<MainTopics, HostTopics>({
    // a process that has just ended gets no answer, and needs none
    send: message => void (child.connected && child.send(message as object, () => undefined)),
    onMessage: listener => void child.on('message', listener),
    onClose: listener => void child.on('disconnect', listener),
  })
  return {
    link,
    process: child,
    stdout: () => written.stdout,
    stderr: () => written.stderr,
    exited: new Promise(resolve => child.once('close', (code, signal) => resolve({ code, signal }))),
  }
}

/** The program must not see what a test runner set for itself. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const ours = /^(VITEST|VITE_|NODE_OPTIONS|NODE_CHANNEL|NODE_V8_COVERAGE|TEST$|MODE$|DEV$|PROD$|SSR$|BASE_URL$)/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)))
}
