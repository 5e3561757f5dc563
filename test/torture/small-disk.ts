import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file system of its own in memory, so that it can be filled and made read-only. Linux as root only. */
export interface SmallDisk {
  readonly folder: string
  readonly makeReadOnly: () => void
  readonly makeWritable: () => void
  readonly remove: () => void
}

export const canMount = process.platform === 'linux' && process.getuid?.() === 0 && mountWorks()

export function mountSmallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'small-disk-'))
  run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder])
  return {
    folder,
    makeReadOnly: () => run('mount', ['-o', 'remount,ro', folder]),
    makeWritable: () => run('mount', ['-o', 'remount,rw', folder]),
    remove: () => {
      run('umount', ['-l', folder])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function mountWorks(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'small-disk-try-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status === 0
  if (mounted) spawnSync('umount', [folder])
  rmSync(folder, { recursive: true, force: true })
  return mounted
}

function run(program: string, parameters: readonly string[]): void {
  const done = spawnSync(program, parameters, { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`${program}: ${done.stderr}`)
}
