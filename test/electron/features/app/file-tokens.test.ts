import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { grantChosenFile } from '../../../../electron/features/app/file-tokens.ts'
import { ChosenFile } from '../../../../shared/features/app/app-state.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhanggui-token-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('the worker gets the path, the page a token, a name and a size', async () => {
  const path = join(folder, '通讯录.vcf')
  writeFileSync(path, 'BEGIN:VCARD')
  const granted: string[][] = []
  const chosen = await grantChosenFile(path, (...grant) => granted.push(grant))

  expect(ChosenFile.parse(chosen)).toMatchObject({ name: '通讯录.vcf', bytes: 11 })
  expect(granted).toEqual([[chosen.token, path]])
  expect(JSON.stringify(chosen)).not.toContain(folder)
})

test('each choice has a token of its own', async () => {
  const path = join(folder, 'a.vcf')
  writeFileSync(path, '')
  const tokens = await Promise.all([1, 2, 3].map(async () => (await grantChosenFile(path, () => undefined)).token))

  expect(new Set(tokens).size).toBe(3)
})

test('a file that is gone and a folder are refused, and nothing is granted', async () => {
  const granted: string[] = []
  const grant = (token: string): void => void granted.push(token)

  await expect(grantChosenFile(join(folder, 'gone.vcf'), grant)).rejects.toMatchObject({ code: 'file-missing' })
  await expect(grantChosenFile(folder, grant)).rejects.toMatchObject({ code: 'file-unreadable' })
  expect(granted).toEqual([])
})
