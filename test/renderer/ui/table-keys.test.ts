import { expect, test } from 'vitest'
import { tableAction } from '../../../renderer/ui/table-keys.ts'

const plain = { key: '', keyCode: 0, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false }
const press = (key: string, more: Partial<typeof plain> & { isComposing?: boolean } = {}) => ({ ...plain, key, ...more })
const place = { active: 5, count: 100, pageRows: 10 }

test('arrows, pages and ends move the cursor and stay within the list', () => {
  expect(tableAction(press('ArrowDown'), place)).toEqual({ kind: 'move', to: 6, extend: false })
  expect(tableAction(press('ArrowUp'), place)).toEqual({ kind: 'move', to: 4, extend: false })
  expect(tableAction(press('PageDown'), { ...place, active: 95 })).toEqual({ kind: 'move', to: 99, extend: false })
  expect(tableAction(press('PageUp'), place)).toEqual({ kind: 'move', to: 0, extend: false })
  expect(tableAction(press('Home'), place)).toEqual({ kind: 'move', to: 0, extend: false })
  expect(tableAction(press('End'), place)).toEqual({ kind: 'move', to: 99, extend: false })
})

test('the first arrow goes to the first row when there is no cursor yet', () => {
  expect(tableAction(press('ArrowDown'), { ...place, active: -1 })).toEqual({ kind: 'move', to: 0, extend: false })
  expect(tableAction(press('ArrowUp'), { ...place, active: -1 })).toEqual({ kind: 'move', to: 0, extend: false })
})

test('Shift extends, Space selects, Enter opens, Delete deletes, Ctrl+A selects all', () => {
  expect(tableAction(press('ArrowDown', { shiftKey: true }), place)).toEqual({ kind: 'move', to: 6, extend: true })
  expect(tableAction(press(' '), place)).toEqual({ kind: 'toggle' })
  expect(tableAction(press('Enter'), place)).toEqual({ kind: 'open' })
  expect(tableAction(press('Delete'), place)).toEqual({ kind: 'delete' })
  expect(tableAction(press('Backspace', { metaKey: true }), place)).toEqual({ kind: 'delete' })
  expect(tableAction(press('a', { ctrlKey: true }), place)).toEqual({ kind: 'select-all' })
})

test('keys that belong to others are left to them', () => {
  expect(tableAction(press('Enter', { isComposing: true }), place)).toBeNull()
  expect(tableAction(press('Enter', { keyCode: 229 }), place)).toBeNull()
  expect(tableAction(press('PageDown', { altKey: true }), place)).toBeNull()
  expect(tableAction(press('Enter', { ctrlKey: true }), place)).toBeNull()
  expect(tableAction(press('k', { ctrlKey: true }), place)).toBeNull()
  expect(tableAction(press('ArrowDown'), { ...place, count: 0 })).toBeNull()
})
