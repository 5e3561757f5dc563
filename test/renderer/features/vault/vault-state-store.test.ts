import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lockVault, recover, unlock, useVault, watchVault } from '../../../../renderer/features/vault/vault-state-store.ts'
import { createFakeCrm, type FakeCrm } from '../../../helpers/fake-crm.ts'

let crm: FakeCrm
const staffId = '0199a000-0000-7000-8000-000000000001'

beforeEach(async () => {
  crm = createFakeCrm({ vault: 'locked' })
  vi.stubGlobal('window', { crm })
  await watchVault()
})
afterEach(() => vi.unstubAllGlobals())

test('the right password opens and locking closes again', async () => {
  await unlock(staffId, crm.password)
  expect(useVault.getState().vault?.state).toBe('unlocked')

  await lockVault()

  expect(useVault.getState().vault?.state).toBe('locked')
})

test('after some wrong passwords the next try has to wait', async () => {
  for (let round = 0; round < 3; round += 1) await unlock(staffId, 'wrong')
  expect(useVault.getState().waitUntil).toBe(0)

  await unlock(staffId, 'wrong')

  expect(useVault.getState().waitUntil).toBeGreaterThan(0)
})

test('the recovery code opens with a new password, another code does not', async () => {
  const wrong = await recover('0000-0000', 'another good password')
  expect(wrong).toMatchObject({ ok: false, failure: { code: 'wrong-recovery-code' } })

  await recover('0A1B-2C3D-4E5F-6G7H-8J9K-MNPQ-RSTV-WXYZ', 'another good password')

  expect(useVault.getState().vault?.state).toBe('unlocked')
})
