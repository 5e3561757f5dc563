import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { productKdf } from '../../electron/kernel/vault/key-hierarchy.ts'
import type { Desktop } from '../desktop/desktop.ts'
import { launchDesktop } from '../e2e/launch-desktop.ts'
import { wordsOf } from '../e2e/words.ts'
import { type BenchVault, openBenchVault } from './bench-vault.ts'
import { firstRowText } from './page-probes.ts'

const builtMain = join(import.meta.dirname, '../../out/main/main.js')
const lang = 'zh-CN'
export const screenSize = { width: 1440, height: 900 }
const patience = 60_000

/** False where the program is not built; says so. */
export function isBuilt(subject: string): boolean {
  if (existsSync(builtMain)) return true
  process.stderr.write(`${subject}: not measured, the program is not built (npm run build)\n`)
  process.exitCode = 1
  return false
}

/** The data folder of a program whose vault is that one, with a password that costs what it costs the owner. */
export interface ProgramData {
  readonly folder: string
  readonly vault: BenchVault
  readonly remove: () => void
}

export async function programData(vault: BenchVault): Promise<ProgramData> {
  const folder = mkdtempSync(join(tmpdir(), 'zhanggui-bench-'))
  mkdirSync(folder, { recursive: true })
  const own = { ...vault, folder: join(folder, 'vault') }
  cpSync(vault.folder, own.folder, { recursive: true })
  // opening with the program's parameters derives the key anew with them
  const open = await openBenchVault(own, { params: productKdf.params, isAllowed: () => true })
  open.close('quit')
  return { folder, vault: own, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export interface RunningProgram {
  readonly desktop: Desktop
  readonly page: Page
  /** Ms from the start to the lock screen that takes a password, and from Enter to painted rows. */
  readonly started: { readonly toLock: number; readonly toRows: number }
}

/** Starts the built program on that data and unlocks it; resolves when customers are on the screen. */
export async function startProgram(data: ProgramData): Promise<RunningProgram> {
  const t = wordsOf(lang)
  const from = performance.now()
  const desktop = await launchDesktop({ userData: data.folder, lang, headless: true })
  try {
    const { page } = desktop
    page.setDefaultTimeout(patience)
    const password = page.getByLabel(t('vault:password'), { exact: true })
    await password.waitFor()
    const toLock = performance.now() - from
    await page.setViewportSize(screenSize)
    await password.fill(data.vault.password)
    const entered = performance.now()
    await page.keyboard.press('Enter')
    await waitForRows(page)
    return { desktop, page, started: { toLock, toRows: performance.now() - entered } }
  } catch (error) {
    await desktop.close()
    throw error
  }
}

/** Until the list's first row has text and was painted. */
async function waitForRows(page: Page): Promise<void> {
  await page.waitForFunction(firstRowText, 'row' as const, { polling: 'raf', timeout: patience })
  await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}
