import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js'
import { DebugLogger } from 'builder-util'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const read = () => getConfig(root, 'electron-builder.yml', null)

test('the configuration is one that electron-builder knows', async () => {
  await expect(validateConfiguration(await read(), new DebugLogger(false))).resolves.toBeUndefined()
})

test('an unknown key would be noticed', async () => {
  const config = { ...(await read()), noSuchKey: true }

  await expect(validateConfiguration(config, new DebugLogger(false))).rejects.toThrow('noSuchKey')
})

test('every fuse is set as the security rules say', async () => {
  expect((await read()).electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  })
})

test('nothing is published or fetched by the installed program', async () => {
  expect(await read()).toMatchObject({ publish: null, npmRebuild: false })
})

test('the systems and processors are the ones promised', async () => {
  const { win, mac } = await read()

  expect(win?.target).toEqual([{ target: 'nsis', arch: ['x64', 'arm64'] }])
  expect(mac?.target).toEqual([{ target: 'dmg', arch: ['universal'] }])
})

test('the main file of the package is the one that is packed', () => {
  // our own package.json
  const { main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { main: string }

  expect(main).toBe('out/main/main.js')
})
