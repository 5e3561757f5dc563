import { createFakeCrm, type FakeCrm, type FakeCrmOptions } from './fake-crm.ts'

/** Puts the fake program where the screens' kernel looks for the bridge, for tests without a page. */
export function installFakeCrm(options: FakeCrmOptions = {}): FakeCrm {
  const fake = createFakeCrm(options)
  Object.assign(globalThis, { window: { crm: { call: fake.call, on: fake.on } } })
  return fake
}
