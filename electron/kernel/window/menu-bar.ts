import { Menu } from 'electron'
import type { CommandId } from '../../../shared/features/app/app-state.ts'
import { buildAppMenu, type MenuFacts } from './app-menu.ts'

/** Shows the menu bar of these facts; does nothing when it shows them already. */
export type ShowMenuBar = (facts: MenuFacts) => void

export function createMenuBar(onCommand: (command: CommandId) => void): ShowMenuBar {
  let shown = ''
  return facts => {
    const wanted = JSON.stringify(facts)
    if (wanted === shown) return
    shown = wanted
    Menu.setApplicationMenu(Menu.buildFromTemplate(buildAppMenu(facts, onCommand)))
  }
}
