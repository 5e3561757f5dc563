import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openVaultPlace } from '../../../../electron/features/vault/vault-place.ts'

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhanggui-vault-place-'))
  file = join(folder, 'vault-place.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('the usual folder holds while no vault is known', () => {
  const place = openVaultPlace(file, '/usual')

  expect([place.folder(), place.knownShop()]).toEqual(['/usual', null])
})

test('a vault is remembered for the next start', () => {
  openVaultPlace(file, '/usual').remember('/drive/vault', 'Tea shop')
  const next = openVaultPlace(file, '/usual')

  expect([next.folder(), next.knownShop(), next.usualFolder]).toEqual(['/drive/vault', 'Tea shop', '/usual'])
})

test('nothing is written when nothing differs', () => {
  const place = openVaultPlace(file, '/usual')
  place.remember('/drive/vault', 'Tea shop')
  rmSync(file)
  place.remember('/drive/vault', 'Tea shop')

  expect(existsSync(file)).toBe(false)
})

test.each(['', '{', '{"folder":"relative","shopName":"x"}', '{"folder":5}'])('a file that holds %j says nothing', text => {
  writeFileSync(file, text)

  expect(openVaultPlace(file, '/usual').folder()).toBe('/usual')
})
