import { join } from 'node:path'
import type { Page } from 'playwright'
import { launchDesktop } from '../e2e/launch-desktop.ts'
import type { Desktop, DesktopOptions } from './desktop.ts'

export interface SmallProgram {
  readonly desktop: Desktop
  readonly call: (name: string, ...values: readonly unknown[]) => Promise<unknown>
  /** What the main process has noted so far. */
  readonly said: () => Promise<readonly string[]>
}

interface SmallApi {
  readonly small: { readonly call: (name: string, ...values: readonly unknown[]) => Promise<unknown> }
}

/** Starts the small program of the fixtures. */
export async function startSmallProgram(options: DesktopOptions = {}): Promise<SmallProgram> {
  const desktop = await launchDesktop({ ...options, main: join(import.meta.dirname, 'fixtures', 'small-main.mjs') })
  const call = (name: string, ...values: readonly unknown[]): Promise<unknown> => callFrom(desktop.page, name, ...values)
  // the fixture keeps strings
  return { desktop, call, said: async () => (await call('said')) as readonly string[] }
}

/** Calls main from one of the program's pages. */
export function callFrom(page: Page, name: string, ...values: readonly unknown[]): Promise<unknown> {
  // the preload put it there
  return page.evaluate(([channel, given]) => (window as unknown as SmallApi).small.call(channel, ...given), [
    name,
    values,
  ] as const)
}
