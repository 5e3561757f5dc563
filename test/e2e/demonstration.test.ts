import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

test('the guided demonstration goes all the way and saves its pictures, from the sample files of this project', () => {
  const { ZHANGGUI_CORPUS: _corpus, ...env } = process.env

  const run = spawnSync(process.execPath, [join(root, 'test/desktop/demo.ts')], {
    cwd: root,
    env,
    encoding: 'utf8',
    timeout: 110_000,
  })

  expect(run.status, run.stderr).toBe(0)
  expect(run.stdout).toMatch(/10 steps, \d+ pictures/)
  expect(readdirSync(join(root, 'out/demo')).filter(name => name.endsWith('.png')).length).toBeGreaterThanOrEqual(8)
})
