import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Desktop } from './desktop.ts'

const folder = join(import.meta.dirname, '..', '..', 'out', 'traces')
const running = new Set<Desktop>()
/** Recordings of the desktops that the current test has closed already. */
const closed: string[] = []
let recordings = 0

/** Keeps the desktop's recording until it is known whether the test failed. */
export function noteDesktop(desktop: Desktop): Desktop {
  if (process.env['VITEST'] === undefined) return desktop
  running.add(desktop)
  const { close } = desktop
  return Object.defineProperty(desktop, 'close', {
    value: async () => {
      if (running.delete(desktop)) await record(desktop)
      await close()
    },
  })
}

/** After each test: keeps the recordings under the test's name when it failed, else drops them. */
export async function settleTraces(testName: string, isFailed: boolean): Promise<void> {
  if (isFailed) for (const desktop of running) await record(desktop)
  if (isFailed) running.clear()
  for (const [index, file] of closed.splice(0).entries()) {
    if (isFailed) renameSync(file, join(folder, `${testName.replace(/[^\p{L}\p{N}]+/gu, '-')}-${index + 1}.zip`))
    else rmSync(file, { force: true })
  }
}

async function record(desktop: Desktop): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `.recording-${process.pid}-${++recordings}.zip`)
  // a browser that is gone has nothing more to tell
  await desktop.saveTrace(file).then(
    () => closed.push(file),
    () => undefined,
  )
}
