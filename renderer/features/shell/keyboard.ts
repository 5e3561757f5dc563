import type { CommandId } from '../../../shared/features/app/app-state.ts'
import { commandOfKey } from '../../../shared/features/app/shortcut-keys.ts'
import { runCommand } from '../../kernel/command-registry.ts'
import { keyPlatform } from '../../kernel/platform.ts'

/** What a text field does itself with these keys comes first. */
const textCommands: ReadonlySet<CommandId> = new Set(['undo', 'redo', 'trash-record', 'open-in-window', 'go-back', 'go-forward'])

/** Turns key presses into commands, wherever the focus is; returns the function that ends it. */
export function watchKeyboard(): () => void {
  const platform = keyPlatform()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    const id = commandOfKey(event, platform)
    if (id === null || (textCommands.has(id) && isTextField(event.target))) return
    if (id === 'open-in-window' && isPressedByEnter(event.target)) return
    if (runCommand(id)) event.preventDefault()
  }
  window.addEventListener('keydown', onKeyDown)
  return () => window.removeEventListener('keydown', onKeyDown)
}

/** True where Enter, with Shift or without, already does something. */
function isPressedByEnter(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a[href], button, select, summary, [role^="menuitem"]') !== null
}

const textless = new Set(['checkbox', 'radio', 'button', 'submit', 'range'])

/** True where typing changes text. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !textless.has(target.type)
  return target instanceof HTMLTextAreaElement || target.isContentEditable
}
