import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { isBuilt, noteBuilt } from '../../build/setup/source-stamp.mjs'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function newSources(): string {
  const root = mkdtempSync(join(tmpdir(), 'zhanggui-sources-'))
  folders.push(root)
  for (const name of ['electron', 'renderer', 'shared', 'build', 'out']) mkdirSync(join(root, name))
  for (const name of ['package.json', 'package-lock.json', join('shared', 'contract.ts')]) writeFileSync(join(root, name), '{}')
  return root
}

test('sources count as built when nothing has changed since', () => {
  const root = newSources()
  expect(isBuilt(root)).toBe(false)

  noteBuilt(root)

  expect(isBuilt(root)).toBe(true)
})

test('a changed, a new and a removed file each ask for a build', () => {
  const root = newSources()
  noteBuilt(root)

  writeFileSync(join(root, 'shared', 'contract.ts'), '{ }')
  expect(isBuilt(root)).toBe(false)

  noteBuilt(root)
  writeFileSync(join(root, 'renderer', 'app.tsx'), '')
  expect(isBuilt(root)).toBe(false)

  noteBuilt(root)
  rmSync(join(root, 'renderer', 'app.tsx'))
  expect(isBuilt(root)).toBe(false)
})
