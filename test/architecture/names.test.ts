import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { migrations } from '../../electron/kernel/db/migrations/migrations.ts'
import { contract, events } from '../../shared/contract.ts'
import { existsInProject, readSources } from './source-tree.ts'

const sources = readSources('shared', 'electron', 'renderer')

test('file names are kebab-case and unique across the tree', () => {
  const names = sources.map(file => basename(file.path))
  const repeated = names.filter((name, index) => names.indexOf(name) !== index)

  expect(repeated.filter(name => name !== 'main.ts')).toEqual([])
  expect(names.filter(name => !/^[a-z0-9]+(-[a-z0-9]+)*\.tsx?$/.test(name))).toEqual([])
})

test('a test stands where its source stands', () => {
  const strays = readSources('test/shared', 'test/electron', 'test/renderer')
    .map(file => file.path)
    .filter(path => /\.test\.tsx?$/.test(path))
    .filter(path => {
      const source = path.replace(/^test\//, '').replace(/(\.torture)?\.test\.tsx?$/, '')
      return !existsInProject(`${source}.ts`) && !existsInProject(`${source}.tsx`) && !existsInProject(source)
    })

  expect(strays).toEqual([])
})

test('channels and events are named slice.verb', () => {
  expect([...Object.keys(contract), ...Object.keys(events)].filter(name => !/^[a-z]+\.[a-zA-Z]+$/.test(name))).toEqual([])
})

test('migrations rise by one and their files are named after them', () => {
  expect(migrations.map(migration => migration.version)).toEqual(migrations.map((_, index) => index + 1))
  for (const { version, name } of migrations) {
    expect(existsInProject(`electron/kernel/db/migrations/${String(version).padStart(4, '0')}-${name}.ts`)).toBe(true)
  }
})
