import type { Desktop } from '../../electron/kernel/host/desktop.ts'

/** A desktop on which every dialog is closed without an answer, unless the test gives one. */
export function aDesktop(changes: Partial<Desktop> = {}): Desktop {
  let text = ''
  return {
    info: { version: '0.0.0', platform: 'linux', standIn: true },
    clipboard: {
      readText: () => Promise.resolve(text),
      writeText: written => {
        text = written
        return Promise.resolve()
      },
      clear: () => {
        text = ''
      },
    },
    chooseFile: () => Promise.resolve(null),
    chooseVaultFolder: () => Promise.resolve(null),
    chooseSavePlace: () => Promise.resolve(null),
    print: () => Promise.resolve(),
    renderPdf: () => Promise.resolve(new Uint8Array([37, 80, 68, 70])),
    ...changes,
  }
}
