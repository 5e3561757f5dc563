import { expect, test } from 'vitest'
import { isAccelerator } from './electron/accelerators.ts'
import type { KeyPress } from './link-topics.ts'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: `Key${key.toUpperCase()}`,
  control: false,
  shift: false,
  alt: false,
  meta: false,
  isAutoRepeat: false,
  ...held,
})

test('the command key of each system is meant by CmdOrCtrl', () => {
  expect(isAccelerator('CmdOrCtrl+L', press('l', { control: true }), 'linux')).toBe(true)
  expect(isAccelerator('CmdOrCtrl+L', press('l', { control: true }), 'darwin')).toBe(false)
  expect(isAccelerator('CmdOrCtrl+L', press('l', { meta: true }), 'darwin')).toBe(true)
})

test('one modifier too many, or too few, is another key', () => {
  expect(isAccelerator('Ctrl+Shift+Z', press('z', { control: true }), 'linux')).toBe(false)
  expect(isAccelerator('Ctrl+Z', press('Z', { control: true, shift: true }), 'linux')).toBe(false)
})

test('plus, function keys and arrows are known by name', () => {
  expect(isAccelerator('CmdOrCtrl+Plus', press('+', { control: true, shift: true }), 'linux')).toBe(true)
  expect(isAccelerator('F1', press('F1'), 'linux')).toBe(true)
  expect(isAccelerator('Alt+Left', press('ArrowLeft', { alt: true }), 'linux')).toBe(true)
})
