import { expect, test } from 'vitest'
import { readSources, type SourceFile, sliceOf } from './source-tree.ts'

const sources = readSources('shared', 'electron', 'renderer')

/** Slices that may read another slice of the same process. */
const allowedEdges = new Set([
  'imports -> contacts',
  'find -> contacts',
  'find -> fields',
  'contacts -> fields',
  'settings -> fields',
  'shell -> *',
  'trash -> contacts',
  'vault -> app',
])
/** The boot files: the only ones that know every slice. */
const composers = new Set([
  'electron/main.ts',
  'electron/compose.ts',
  'electron/compose-main.ts',
  'electron/vault-worker.ts',
  'electron/vcard-worker.ts',
  'renderer/main.tsx',
  'renderer/app.tsx',
  'renderer/routes.tsx',
])

function offences(isOffence: (file: SourceFile, imported: string) => boolean): string[] {
  return sources.flatMap(file =>
    file.imports.filter(imported => isOffence(file, imported)).map(imported => `${file.path} imports ${imported}`),
  )
}

test('shared imports only shared and zod', () => {
  expect(
    offences((file, imported) => file.path.startsWith('shared/') && !imported.startsWith('shared/') && imported !== 'zod'),
  ).toEqual([])
})

test('no process imports another one', () => {
  const other = { electron: 'renderer/', renderer: 'electron/' } as const
  expect(
    offences((file, imported) => {
      const top = file.path.split('/')[0]
      return (top === 'electron' || top === 'renderer') && imported.startsWith(other[top])
    }),
  ).toEqual([])
})

test('the kernel and the ui kit know no slice', () => {
  expect(
    offences(
      (file, imported) =>
        /^(electron\/kernel|renderer\/kernel|renderer\/ui|shared\/kernel)\//.test(file.path) &&
        /^(electron|renderer)\/features\//.test(imported),
    ),
  ).toEqual([])
})

test('a slice imports its own files, its kernel and shared, and only the sibling slices that are listed', () => {
  expect(
    offences((file, imported) => {
      const from = sliceOf(file.path)
      const to = sliceOf(imported)
      if (from === null || to === null || from === to || imported.startsWith('shared/')) return false
      return !allowedEdges.has(`${from} -> ${to}`) && !allowedEdges.has(`${from} -> *`)
    }),
  ).toEqual([])
})

test('only boot files compose slices', () => {
  expect(
    offences(
      (file, imported) =>
        sliceOf(file.path) === null &&
        !file.path.startsWith('shared/') &&
        sliceOf(imported) !== null &&
        !imported.startsWith('shared/') &&
        !composers.has(file.path),
    ),
  ).toEqual([])
})

test('slices never import electron, since they run in the vault worker or behind ports', () => {
  expect(offences((file, imported) => file.path.startsWith('electron/features/') && imported === 'electron')).toEqual([])
})

test('the driver is imported in the kernel only, and React only in the renderer', () => {
  expect(
    offences((file, imported) => imported === 'better-sqlite3' && !/^electron\/kernel\/(db|vault|changes)\//.test(file.path)),
  ).toEqual([])
  expect(offences((file, imported) => /^(react|antd|zustand)/.test(imported) && !file.path.startsWith('renderer/'))).toEqual([])
})

test('a migration imports nothing but the Migration type', () => {
  expect(
    offences(
      (file, imported) =>
        /^electron\/kernel\/db\/migrations\/\d/.test(file.path) && imported !== 'electron/kernel/db/migration.ts',
    ),
  ).toEqual([])
})

test('the renderer and shared import nothing of Node', () => {
  expect(offences((file, imported) => /^(shared|renderer)\//.test(file.path) && imported.startsWith('node:'))).toEqual([])
})
