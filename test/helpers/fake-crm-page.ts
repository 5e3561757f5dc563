import { createFakeCrm, type FakeCrmOptions } from './fake-crm.ts'

/** Runs in the page before its own scripts: puts the fake where the preload puts the bridge. */
const options = (globalThis as { fakeCrmOptions?: FakeCrmOptions }).fakeCrmOptions ?? {}
const fake = createFakeCrm(options)
Object.assign(globalThis, { crm: { call: fake.call, on: fake.on }, fakeCrm: fake })
