import { expect, test } from 'vitest'
import { commandOfKey, isPressed, type PressedKey } from '../../../../shared/features/app/shortcut-keys.ts'

function press(key: string, changes: Partial<PressedKey> = {}): PressedKey {
  return { key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, ...changes }
}

test.each<[string, PressedKey, 'win' | 'mac', string | null]>([
  ['Ctrl+K', press('k', { ctrlKey: true }), 'win', 'find'],
  ['Ctrl+K with caps lock', press('K', { ctrlKey: true }), 'win', 'find'],
  ['⌘K', press('k', { metaKey: true }), 'mac', 'find'],
  ['Ctrl+K on a Mac', press('k', { ctrlKey: true }), 'mac', null],
  ['K alone', press('k'), 'win', null],
  ['Ctrl+Alt+K', press('k', { ctrlKey: true, altKey: true }), 'win', null],
  ['Ctrl+1 by its place, whatever it writes', press('&', { ctrlKey: true, code: 'Digit1' }), 'win', 'go-1'],
  ['Ctrl+1 of the number pad', press('1', { ctrlKey: true, code: 'Numpad1' }), 'win', 'go-1'],
  ['Ctrl++ with shift', press('+', { ctrlKey: true, shiftKey: true, code: 'Equal' }), 'win', 'zoom-in'],
  ['Ctrl++ of the number pad', press('+', { ctrlKey: true, code: 'NumpadAdd' }), 'win', 'zoom-in'],
  ['Ctrl+=', press('=', { ctrlKey: true, code: 'Equal' }), 'win', 'zoom-in'],
  ['Ctrl+-', press('-', { ctrlKey: true, code: 'Minus' }), 'win', 'zoom-out'],
  ['Ctrl+0', press('0', { ctrlKey: true, code: 'Digit0' }), 'win', 'zoom-reset'],
  ['F6', press('F6'), 'win', 'next-pane'],
  ['Shift+F6', press('F6', { shiftKey: true }), 'win', 'previous-pane'],
  ['Alt+Left', press('ArrowLeft', { altKey: true }), 'win', 'go-back'],
  ['⌘[', press('[', { metaKey: true }), 'mac', 'go-back'],
  ['Ctrl+,', press(',', { ctrlKey: true }), 'win', 'settings'],
  ['⌘?', press('?', { metaKey: true, shiftKey: true, code: 'Slash' }), 'mac', 'shortcuts'],
  ['F1', press('F1'), 'win', 'shortcuts'],
  ['Ctrl+Shift+N', press('N', { ctrlKey: true, shiftKey: true }), 'win', 'new-contact'],
  ['⇧⌘Z', press('z', { metaKey: true, shiftKey: true }), 'mac', 'redo'],
  ['Ctrl+Shift+Z, which an input method takes', press('Z', { ctrlKey: true, shiftKey: true }), 'win', null],
  ['Ctrl+K while an input method composes', press('k', { ctrlKey: true, isComposing: true }), 'win', null],
  ['Process', press('Process', { keyCode: 229, ctrlKey: true }), 'win', null],
])('%s', (_name, pressed, platform, command) => {
  expect(commandOfKey(pressed, platform)).toBe(command)
})

test('a key without its modifiers is not the shortcut', () => {
  expect(isPressed(press('s'), 'Ctrl+S')).toBe(false)
  expect(isPressed(press('s', { ctrlKey: true, shiftKey: true }), 'Ctrl+S')).toBe(false)
})

test.each<[string, PressedKey, 'win' | 'mac', string | null]>([
  ['Shift+Enter', press('Enter', { shiftKey: true }), 'win', 'open-in-window'],
  ['⇧↩', press('Enter', { shiftKey: true }), 'mac', 'open-in-window'],
  ['Enter alone', press('Enter'), 'win', null],
  ['Shift+Enter while an input method composes', press('Enter', { shiftKey: true, isComposing: true }), 'win', null],
  ['F2', press('F2'), 'win', 'edit-cell'],
  ['Ctrl+Tab', press('Tab', { ctrlKey: true }), 'win', 'next-tab'],
  ['⌃⇧⇥', press('Tab', { ctrlKey: true, shiftKey: true }), 'mac', 'previous-tab'],
  ['Tab alone', press('Tab'), 'win', null],
])('%s in lists and pages', (_name, pressed, platform, command) => {
  expect(commandOfKey(pressed, platform)).toBe(command)
})
