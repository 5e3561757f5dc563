import { existsSync, readdirSync, readFileSync } from 'node:fs'

export interface ProcessMemory {
  readonly kind: 'main' | 'browser' | 'renderer' | 'other'
  readonly megabytes: number
}

/** False where the system does not tell how much of its memory a process shares. */
export function canReadMemory(): boolean {
  return existsSync('/proc/self/smaps_rollup')
}

/**
 * Memory of the processes that this one started, and those they started, in MB: what several share is counted once, a
 * part of it for each.
 */
export function startedProcesses(): readonly ProcessMemory[] {
  const parents = new Map(readdirSync('/proc').flatMap(readParent))
  const isOurs = (pid: number): boolean => {
    const parent = parents.get(pid)
    return parent !== undefined && (parent === process.pid || isOurs(parent))
  }
  return [...parents.keys()].filter(isOurs).flatMap(readMemory)
}

function readParent(name: string): [number, number][] {
  if (!/^\d+$/.test(name)) return []
  const status = readIfThere(`/proc/${name}/status`)
  const parent = /^PPid:\s*(\d+)/m.exec(status)?.[1]
  return parent === undefined ? [] : [[Number(name), Number(parent)]]
}

function readMemory(pid: number): ProcessMemory[] {
  const kilobytes = /^Pss:\s*(\d+) kB/m.exec(readIfThere(`/proc/${pid}/smaps_rollup`))?.[1]
  if (kilobytes === undefined) return []
  const command = readIfThere(`/proc/${pid}/cmdline`)
  const type = /--type=([a-z-]+)/.exec(command)?.[1]
  const kind = command.includes('start-main')
    ? 'main'
    : type === 'renderer'
      ? 'renderer'
      : type === undefined
        ? 'browser'
        : 'other'
  return [{ kind, megabytes: (Number(kilobytes) * 1024) / 1_000_000 }]
}

/** '' for a process that has just ended. */
function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
