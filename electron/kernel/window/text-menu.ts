import { type BrowserWindow, Menu } from 'electron'
import type { Locale } from '../../../shared/features/app/app-state.ts'
import { textItems } from './app-menu.ts'
import { mainTexts } from './menu-texts.ts'

/** The system's menu for text: in every field, and wherever text is selected. */
export function offerTextMenu(window: BrowserWindow, locale: () => Locale): void {
  window.webContents.on('context-menu', (_event, facts) => {
    if (!facts.isEditable && facts.selectionText === '') return
    const items = textItems(mainTexts(locale())).filter(item => facts.isEditable || item.role === 'copy')
    Menu.buildFromTemplate(items).popup({ window })
  })
}
