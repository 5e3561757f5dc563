import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'

export interface SecondStart {
  readonly argv: readonly string[]
  readonly workingDirectory: string
  readonly data: unknown
}

export interface InstanceLock {
  readonly release: () => void
}

/**
 * Holds the lock of this folder until the process ends, however it ends: the system frees it with the file handle.
 * Null when another process holds it; that one then hears of this start.
 */
export function takeInstanceLock(
  folder: string,
  start: SecondStart,
  onSecondStart: (start: SecondStart) => void,
): InstanceLock | null {
  const letters = join(folder, 'second-starts')
  mkdirSync(letters, { recursive: true })
  const lock = new Database(join(folder, 'instance.lock'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch {
    lock.close()
    leaveLetter(letters, start)
    return null
  }
  const readAll = (): void => readLetters(letters, onSecondStart)
  for (const stale of readdirSync(letters)) rmSync(join(letters, stale), { force: true })
  const watcher = watch(letters, readAll)
  watcher.unref()
  const clock = setInterval(readAll, 500)
  clock.unref()
  return {
    release: () => {
      watcher.close()
      clearInterval(clock)
      lock.close()
    },
  }
}

function leaveLetter(letters: string, start: SecondStart): void {
  const name = `${process.pid}-${Date.now()}`
  writeFileSync(join(letters, `${name}.part`), JSON.stringify(start))
  renameSync(join(letters, `${name}.part`), join(letters, `${name}.json`))
}

function readLetters(letters: string, onSecondStart: (start: SecondStart) => void): void {
  for (const name of readdirSync(letters).filter(file => file.endsWith('.json'))) {
    const file = join(letters, name)
    // written by leaveLetter
    const start = JSON.parse(readFileSync(file, 'utf8')) as SecondStart
    rmSync(file, { force: true })
    onSecondStart(start)
  }
}
