import { expect, test } from 'vitest'
import { secureWebPreferences } from '../../../../electron/kernel/security/window-options.ts'

test('the options of a packaged window are exactly the strict ones', () => {
  expect(secureWebPreferences({ isPackaged: true, preload: '/app/preload.cjs' })).toEqual({
    preload: '/app/preload.cjs',
    partition: 'zhanggui',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    safeDialogs: true,
    devTools: false,
  })
})

test('the session is not kept on disk', () => {
  expect(secureWebPreferences({ isPackaged: true, preload: '' }).partition).not.toMatch(/^persist:/)
})
