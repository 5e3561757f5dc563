import { expect, test } from 'vitest'
import { readSources } from './source-tree.ts'

test('no file imports itself through others', () => {
  const imports = new Map(readSources('shared', 'electron', 'renderer').map(file => [file.path, file.imports]))
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      cycles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '))
      return
    }
    if (done.has(path)) return
    for (const next of imports.get(path) ?? []) if (imports.has(next)) visit(next, [...trail, path])
    done.add(path)
  }
  for (const path of imports.keys()) visit(path, [])

  expect(cycles).toEqual([])
})
