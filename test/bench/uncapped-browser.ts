import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from '../../build/setup/find-chromium.mjs'

/**
 * While `work` runs, every browser started draws as fast as it can instead of 60 times a second: what a frame really
 * costs. Null, without running it, where that is not possible (no shell, no browser).
 */
export async function withUncappedBrowser<T>(work: () => Promise<T>): Promise<T | null> {
  const browser = findChromium()
  if (browser === null || process.platform === 'win32') return null
  const folder = mkdtempSync(join(tmpdir(), 'zhanggui-browser-'))
  const script = join(folder, 'browser')
  writeFileSync(script, `#!/bin/sh\nexec '${browser}' --disable-frame-rate-limit --disable-gpu-vsync "$@"\n`)
  chmodSync(script, 0o755)
  const before = process.env['CHROMIUM_PATH']
  process.env['CHROMIUM_PATH'] = script
  try {
    return await work()
  } finally {
    if (before === undefined) delete process.env['CHROMIUM_PATH']
    else process.env['CHROMIUM_PATH'] = before
    rmSync(folder, { recursive: true, force: true })
  }
}
