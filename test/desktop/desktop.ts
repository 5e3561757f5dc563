import type { Page } from 'playwright'
import type { DialogShown, MenuEntry } from './link-topics.ts'

export interface DesktopOptions {
  /** The program's data folder; a new temporary one when not given. */
  readonly userData?: string
  readonly lang?: string
  readonly headless?: boolean
  /** More arguments for the program. */
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** The main file; the built program when not given. */
  readonly main?: string
  /** Also shows what the program's main process writes. */
  readonly isLoud?: boolean
}

export interface ProgramExit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

export interface SecondRun extends ProgramExit {
  readonly output: string
}

/** A running program, on real Electron or on the stand-in, with what a test or a demonstration does to it from outside. */
export interface Desktop {
  readonly kind: 'electron' | 'stand-in'
  readonly userData: string
  /** The first window's page; after a crash that is another one than before. */
  readonly page: Page
  /** Of every window, the first window's first. */
  readonly pages: () => readonly Page[]
  readonly windowCount: () => Promise<number>
  readonly dialogs: {
    /** Answers the open dialog, or the next one; null: the person closes it. */
    readonly answerOpen: (paths: readonly string[] | null) => Promise<void>
    readonly answerSave: (path: string | null) => Promise<void>
    /** The button by its place, from 0. */
    readonly answerMessage: (button: number) => Promise<void>
    /** Every dialog so far, oldest first. */
    readonly shown: () => Promise<readonly DialogShown[]>
  }
  readonly power: {
    readonly suspend: () => Promise<void>
    readonly resume: () => Promise<void>
    readonly lockScreen: () => Promise<void>
    readonly unlockScreen: () => Promise<void>
  }
  readonly clipboard: { readonly read: () => Promise<string> }
  readonly setSystemDark: (isDark: boolean) => Promise<void>
  readonly minimize: () => Promise<void>
  /** Chooses by id, or by labels joined with ` > `; rejects when there is no such entry, or it is disabled. */
  readonly chooseMenu: (item: string) => Promise<void>
  readonly menu: () => Promise<readonly MenuEntry[]>
  /** Addresses that the program opened outside. */
  readonly openedOutside: () => Promise<readonly string[]>
  /** Starts the program again with the same data; resolves when that run has ended. */
  readonly secondInstance: (args?: readonly string[]) => Promise<SecondRun>
  /** Of the first window, or of the one that this page is in. */
  readonly crashRenderer: (page?: Page) => Promise<void>
  /** SIGKILL, as a power cut would. */
  readonly killMain: () => Promise<void>
  /** Quits as a person would. */
  readonly quit: () => Promise<void>
  readonly waitForExit: () => Promise<ProgramExit>
  readonly stdout: () => string
  readonly stderr: () => string
  /** Stops recording and writes what was recorded. */
  readonly saveTrace: (file: string) => Promise<void>
  /** Ends everything, the browser too; safe to call twice. */
  readonly close: () => Promise<void>
}
