import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { type SmallProgram, startSmallProgram } from './small-program.ts'

const running: SmallProgram[] = []
const folders: string[] = []

async function start(userData?: string): Promise<SmallProgram> {
  const program = await startSmallProgram(userData === undefined ? {} : { userData })
  running.push(program)
  return program
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhanggui-life-'))
  folders.push(folder)
  return folder
}

afterEach(async () => {
  for (const { desktop } of running.splice(0)) await desktop.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

test('a second start ends at once and is told to the first', async () => {
  const { desktop, said } = await start()

  const second = await desktop.secondInstance(['--from-second'])

  expect(second.code).toBe(3)
  await vi.waitFor(async () => expect(await said()).toContain('second-instance --from-second second'))
})

test('after the first was killed, the next start gets its place', async () => {
  const folder = newFolder()
  const first = await start(folder)
  await first.desktop.killMain()

  const next = await start(folder)

  expect(await next.call('echo', 'here')).toEqual(['here'])
})

test('a page that crashes is told to the program, which can load it again', async () => {
  const { desktop, said, call } = await start()

  await desktop.crashRenderer()

  await vi.waitFor(async () => expect(await call('echo', 1)).toEqual([1]), { timeout: 15_000 })
  expect(await said()).toContain('render-process-gone crashed')
})

test('quitting ends the program with code 0', async () => {
  const { desktop } = await start()

  await desktop.quit()

  expect(await desktop.waitForExit()).toEqual({ code: 0, signal: null })
})

test('closing the last page ends the program, as closing the window does', async () => {
  const { desktop } = await start()

  await desktop.page.close()

  expect((await desktop.waitForExit()).code).toBe(0)
})
