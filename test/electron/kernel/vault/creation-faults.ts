import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { OpenVault } from '../../../../electron/kernel/vault/open-vault.ts'
import { newRecoveryCode } from '../../../../electron/kernel/vault/recovery-code.ts'
import type { VaultFs } from '../../../../electron/kernel/vault/vault-fs.ts'
import { createVault } from '../../../../electron/kernel/vault/vault-store.ts'
import { AppError } from '../../../../shared/kernel/app-error.ts'
import { benchOptions, faultyFs, goodPassword, tempFolder } from './vault-bench.ts'

/** Creates a vault again and again, the nth file call failing once with `code`: nothing may be left behind. */
export async function failEveryStepOfCreation(code: string, expected: string): Promise<void> {
  const counting = faultyFs(0, code)
  expect(await create(tempFolder(), counting.fs)).toBe('made')
  const total = counting.calls()
  expect(total).toBeGreaterThan(20)
  let failures = 0
  for (let failAt = 1; failAt <= total; failAt++) {
    const parent = tempFolder()
    const outcome = await create(parent, faultyFs(failAt, code).fs)
    // a rename that is refused once is tried again, so that the vault is made
    if (outcome === 'made') continue
    expect([outcome, readdirSync(parent)]).toEqual([expected, []])
    failures += 1
  }
  expect(failures).toBeGreaterThan(15)
}

async function create(parent: string, fs: VaultFs): Promise<string> {
  const people = { shopName: '云记茶行', ownerName: 'Mei', password: goodPassword, recoveryCode: newRecoveryCode() }
  try {
    const vault = await createVault({ ...benchOptions(join(parent, 'a', 'shop'), { fs }), ...people })
    closeDespiteFault(vault)
    return 'made'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

/** The fault may fall into closing: told by name, and everything is closed all the same. */
function closeDespiteFault(vault: OpenVault): void {
  try {
    vault.close('manual')
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
  expect(vault.rawWriter.open).toBe(false)
}
