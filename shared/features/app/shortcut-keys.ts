import { type CommandId, commandIds } from './app-state.ts'
import { allKeysOf, type KeyPlatform } from './shortcuts.ts'

/** What is read of a keyboard event. */
export interface PressedKey {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly isComposing: boolean
  readonly keyCode?: number
}

const imeKeyCode = 229
const namedKeys: Readonly<Record<string, string>> = {
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  Plus: '+',
}

/** The command of a key press; null for none, and while an input method composes. Digits go by their place, letters by their sign. */
export function commandOfKey(pressed: PressedKey, platform: KeyPlatform): CommandId | null {
  if (pressed.isComposing || pressed.keyCode === imeKeyCode) return null
  return commandIds.find(id => allKeysOf(id, platform).some(keys => isPressed(pressed, keys))) ?? null
}

/** True when exactly these keys are down; `Ctrl+Plus` does not ask whether the plus needs a shift. */
export function isPressed(pressed: PressedKey, keys: string): boolean {
  const parts = keys.split('+')
  const wanted = parts.at(-1) ?? ''
  const modifiers = new Set(parts.slice(0, -1))
  const shiftMatters = wanted !== 'Plus'
  return (
    pressed.ctrlKey === modifiers.has('Ctrl') &&
    pressed.metaKey === modifiers.has('Cmd') &&
    pressed.altKey === modifiers.has('Alt') &&
    (!shiftMatters || pressed.shiftKey === modifiers.has('Shift')) &&
    isKey(pressed, wanted)
  )
}

function isKey(pressed: PressedKey, wanted: string): boolean {
  if (/^[0-9]$/.test(wanted)) return pressed.code === `Digit${wanted}` || pressed.code === `Numpad${wanted}`
  if (wanted === '-') return pressed.key === '-' || pressed.code === 'NumpadSubtract'
  // with Shift held, a slash arrives as the sign above it
  if (wanted === '/') return pressed.key === '/' || (pressed.shiftKey && pressed.code === 'Slash')
  if (wanted.length === 1) return pressed.key.toLowerCase() === wanted.toLowerCase()
  return pressed.key === (namedKeys[wanted] ?? wanted)
}
