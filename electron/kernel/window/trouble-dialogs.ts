import { type BrowserWindow, dialog } from 'electron'
import type { Locale } from '../../../shared/features/app/app-state.ts'
import { mainTexts } from './menu-texts.ts'

/** True: lock and open the page again. False: wait. */
export async function askAboutHang(window: BrowserWindow, locale: Locale): Promise<boolean> {
  const { message, detail, wait, reload } = mainTexts(locale).unresponsive
  return await ask(window, { message, detail, buttons: [wait, reload] })
}

/** True: stop the jobs and quit. False: wait for them. */
export async function askAboutJobs(window: BrowserWindow | null, locale: Locale): Promise<boolean> {
  const { message, detail, wait, quit } = mainTexts(locale).quitDuringJob
  return await ask(window, { message, detail, buttons: [wait, quit] })
}

/** Says that the program has to close, with the reference of the log's line. Returns when it was read. */
export function showFatalBug(locale: Locale, reference: string): void {
  const { message, detail } = mainTexts(locale).bug
  dialog.showErrorBox(message, detail(reference))
}

interface Question {
  readonly message: string
  readonly detail: string
  /** The harmless answer first: it is the default, and Escape's. */
  readonly buttons: [string, string]
}

async function ask(window: BrowserWindow | null, question: Question): Promise<boolean> {
  const options = { ...question, type: 'question', defaultId: 0, cancelId: 0, noLink: true } as const
  const answer = window === null ? await dialog.showMessageBox(options) : await dialog.showMessageBox(window, options)
  return answer.response === 1
}
