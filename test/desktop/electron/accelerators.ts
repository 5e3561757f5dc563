import type { KeyPress } from '../link-topics.ts'

const named: Readonly<Record<string, string>> = {
  plus: '+',
  space: ' ',
  esc: 'Escape',
  escape: 'Escape',
  return: 'Enter',
  enter: 'Enter',
  left: 'ArrowLeft',
  right: 'ArrowRight',
  up: 'ArrowUp',
  down: 'ArrowDown',
  tab: 'Tab',
  backspace: 'Backspace',
  delete: 'Delete',
  home: 'Home',
  end: 'End',
  pageup: 'PageUp',
  pagedown: 'PageDown',
}

/** True when the key is the one that Electron's text for it (`CmdOrCtrl+Shift+Z`) means on this system. */
export function isAccelerator(accelerator: string, press: KeyPress, platform: NodeJS.Platform): boolean {
  const parts = accelerator.replace(/\+\+$/, '+Plus').toLowerCase().split('+')
  const key = parts.pop() ?? ''
  const wants = (...names: readonly string[]): boolean => names.some(name => parts.includes(name))
  const isMac = platform === 'darwin'
  const either = wants('cmdorctrl', 'commandorcontrol')
  return (
    press.control === (wants('ctrl', 'control') || (either && !isMac)) &&
    press.meta === (wants('cmd', 'command', 'super', 'meta') || (either && isMac)) &&
    press.alt === wants('alt', 'option', 'altgr') &&
    // a sign that is typed with shift, such as `+` or `?`, brings its shift with it
    (press.shift === wants('shift') || (isSign(key) && press.shift)) &&
    isKey(named[key] ?? key, press)
  )
}

function isSign(key: string): boolean {
  return key === 'plus' || (key.length === 1 && !/[a-z0-9]/.test(key))
}

function isKey(key: string, press: KeyPress): boolean {
  if (press.key.toLowerCase() === key.toLowerCase()) return true
  return /^[a-z]$/.test(key) ? press.code === `Key${key.toUpperCase()}` : /^\d$/.test(key) && press.code === `Digit${key}`
}
