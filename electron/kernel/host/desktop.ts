import type { AppInfo } from '../../../shared/features/app/app-state.ts'

export interface SystemClipboard {
  readonly readText: () => Promise<string>
  readonly writeText: (text: string) => Promise<void>
  readonly clear: () => void
}

export type FilePurpose = 'vcard'

/** What the slices of main need of the desktop. Made of Electron in electron-desktop.ts, of fakes in tests. */
export interface Desktop {
  readonly info: AppInfo
  readonly clipboard: SystemClipboard
  /** The system's dialog for one file; null when it was closed. */
  readonly chooseFile: (purpose: FilePurpose) => Promise<string | null>
  /** The system's dialog for the folder of a vault; null when it was closed. */
  readonly chooseVaultFolder: () => Promise<string | null>
  /** Where to save a file of that name; null when the dialog was closed. */
  readonly chooseSavePlace: (name: string) => Promise<string | null>
  /** Prints the window's content; resolves when the dialog is done with, also when it was cancelled. */
  readonly print: () => Promise<void>
  readonly renderPdf: () => Promise<Uint8Array>
}
