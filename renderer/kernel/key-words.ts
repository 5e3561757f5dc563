import type { CommandId } from '../../shared/features/app/app-state.ts'
import { type KeyPlatform, keysOf } from '../../shared/features/app/shortcuts.ts'
import { keyPlatform } from './platform.ts'

const macSigns: Readonly<Record<string, string>> = {
  Cmd: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Backspace: '⌫',
  Enter: '↩',
  Tab: '⇥',
}
const winWords: Readonly<Record<string, string>> = { Delete: 'Del' }
const arrows: Readonly<Record<string, string>> = {
  Left: '←',
  Right: '→',
  Plus: '+',
  '-': '−',
  PageDown: 'PgDn',
  PageUp: 'PgUp',
}

/** The keys of a command as this system's keyboard prints them, one word each; empty when it has none. */
export function keyWords(id: CommandId, platform: KeyPlatform = keyPlatform()): readonly string[] {
  const keys = keysOf(id, platform)
  return keys === null ? [] : splitKeys(keys, platform)
}

/** `Ctrl+Shift+N` as `['Ctrl', 'Shift', 'N']`, on macOS `['⌃', '⇧', 'N']`. */
export function splitKeys(keys: string, platform: KeyPlatform): readonly string[] {
  const signs = platform === 'mac' ? macSigns : winWords
  return keys.split('+').map(key => signs[key] ?? arrows[key] ?? key)
}
