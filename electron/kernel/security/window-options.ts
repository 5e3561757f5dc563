import type { WebPreferences } from 'electron'

/** Not persistent: nothing of a session reaches the disk. */
export const sessionPartition = 'zhanggui'

/**
 * Electron's checklist 2, 3, 4, 6, 8, 9, 10 and 11: what a window's content may do. Options that would weaken it
 * (`webSecurity`, `allowRunningInsecureContent`, `experimentalFeatures`, `enableBlinkFeatures`) are never set.
 */
export function secureWebPreferences(options: { readonly isPackaged: boolean; readonly preload: string }): WebPreferences {
  return {
    preload: options.preload,
    partition: sessionPartition,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    safeDialogs: true,
    devTools: !options.isPackaged,
  }
}
