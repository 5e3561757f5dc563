import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  beginFirstRun,
  editFirstRun,
  endFirstRun,
  goBack,
  goOn,
  useFirstRun,
} from '../../../../renderer/features/vault/first-run-store.ts'
import { createFakeCrm, type FakeCrm } from '../../../helpers/fake-crm.ts'

let crm: FakeCrm

beforeEach(() => {
  crm = createFakeCrm({ vault: 'none' })
  vi.stubGlobal('window', { crm })
  beginFirstRun()
})
afterEach(() => {
  endFirstRun()
  vi.unstubAllGlobals()
})

const good = 'four words that fit'

async function toCode(): Promise<void> {
  await goOn()
  editFirstRun({ shopName: 'Sample shop', ownerName: 'Sample Owner' })
  await goOn()
  editFirstRun({ password: good, again: good })
  await goOn()
}

function typeGroups(): void {
  const { groups, asked } = useFirstRun.getState()
  editFirstRun({ firstText: groups[asked[0] - 1] ?? '', secondText: ` ${groups[asked[1] - 1]?.toLowerCase()} `, kept: true })
}

test('a step is not left while something is missing, and the first missing field comes first', async () => {
  await goOn()
  await goOn()

  expect(useFirstRun.getState()).toMatchObject({ step: 'shop', problems: ['shop-missing', 'owner-missing'] })
})

test.each([
  [{ password: '', again: '' }, 'password-missing'],
  [{ password: 'short', again: 'short' }, 'password-too-short'],
  [{ password: 'password12345', again: 'password12345' }, 'password-too-common'],
  [{ password: good, again: 'four words that sit' }, 'password-differs'],
])('the password step says what is wrong when it cannot be accepted (%#)', async (typed, problem) => {
  await goOn()
  editFirstRun({ shopName: 'Sample shop', ownerName: 'Sample Owner' })
  await goOn()
  editFirstRun(typed)
  await goOn()

  expect(useFirstRun.getState()).toMatchObject({ step: 'password', problems: [problem] })
})

test('nothing is created before two groups were typed back and the keeping was confirmed', async () => {
  await toCode()
  editFirstRun({ firstText: 'WRNG' })
  await goOn()

  expect(useFirstRun.getState().problems).toEqual(['first-differs', 'second-missing', 'kept-missing'])
  expect(crm.calls).not.toContain('vault.create')
})

test('going back keeps what was typed and the same code', async () => {
  await toCode()
  const { groups } = useFirstRun.getState()
  goBack()
  goBack()

  expect(useFirstRun.getState()).toMatchObject({ step: 'shop', shopName: 'Sample shop', password: good })

  await goOn()
  await goOn()

  expect(useFirstRun.getState()).toMatchObject({ step: 'code', groups })
  expect(crm.calls.filter(name => name === 'vault.prepare')).toHaveLength(1)
})

test('password and code are forgotten as soon as the vault is created', async () => {
  await toCode()
  typeGroups()
  await goOn()

  expect(useFirstRun.getState()).toMatchObject({ step: 'done', shopName: 'Sample shop', password: '', again: '', groups: [] })
})

test('the step stays with its failure when the vault cannot be created', async () => {
  await toCode()
  typeGroups()
  vi.stubGlobal('window', {
    crm: { ...crm, call: () => Promise.resolve({ ok: false, failure: { code: 'disk-full' } }) },
  })
  await goOn()

  expect(useFirstRun.getState()).toMatchObject({ step: 'code', busy: false, failure: { code: 'disk-full' }, password: good })
})
