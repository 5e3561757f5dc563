import { afterEach, expect, test } from 'vitest'
import { contract, vaultWorkerContract } from '../../shared/contract.ts'
import { emptyContactDraft } from '../../shared/features/contacts/contact.ts'
import { startVaultThread, type VaultThread } from '../helpers/vault-thread.ts'
import { hostilePayloads } from './hostile-payloads.ts'
import { printFigures, tortureScale } from './torture-scale.ts'

/** T20 (security design, section 3), the vault worker's half: every channel, hostile inputs, locked and unlocked. */
const payloadsEach = tortureScale({ short: 60, long: 400 })
let thread: VaultThread | null = null

afterEach(async () => {
  await thread?.remove()
  thread = null
})

test('no hostile input changes a row, crashes the worker or gets anything but a typed answer', async () => {
  thread = startVaultThread()
  await thread.create()
  await thread.call('contacts.create', { draft: { ...emptyContactDraft(), name: 'Sample customer' } })
  const told = thread.events.length
  const payloads = hostilePayloads(payloadsEach, 20)
  let refused = 0
  let answered = 0
  const bugs: string[] = []
  for (const [name, channel] of Object.entries(vaultWorkerContract)) {
    for (const payload of payloads) {
      const result = await thread.tryCall(name, payload)
      if (!result.ok && result.failure.code === 'internal') bugs.push(`${name} ${result.failure.reference}`)
      if (!result.ok) refused += 1
      else if (channel.kind === 'query') answered += 1
      else bugs.push(`${name} was carried out`)
    }
  }

  printFigures('T20 hostile inputs, unlocked', {
    channels: Object.keys(vaultWorkerContract).length,
    refused,
    'queries answered': answered,
    bugs: bugs.length,
  })
  expect(bugs).toEqual([])
  expect(thread.stopped).toEqual([])
  expect(thread.events.slice(told).filter(event => event.name === 'records.changed')).toEqual([])
  expect(
    (
      await thread.call('contacts.list', {
        search: '',
        sort: { by: 'name', dir: 'asc' },
        filter: null,
        customFields: [],
        offset: 0,
        limit: 5,
      })
    ).total,
  ).toBe(1)
})

test('every vault channel answers locked, whatever the input, when the vault is locked', async () => {
  thread = startVaultThread()
  await thread.create()
  await thread.lock()
  for (const name of Object.keys(vaultWorkerContract)) {
    for (const payload of hostilePayloads(20, 21)) {
      const result = await thread.tryCall(name, payload)
      expect(result).toMatchObject({ ok: false, failure: { code: 'locked' } })
    }
  }
})

test('a name that is in no contract is refused', async () => {
  thread = startVaultThread()
  await thread.create()
  for (const name of ['contacts.dropAll', '__proto__', 'constructor', 'vault.lock', '', 'contacts']) {
    expect(Object.hasOwn(contract, name) && name !== 'vault.lock').toBe(false)
    expect(await thread.tryCall(name, {})).toMatchObject({ ok: false, failure: { code: 'unknown-channel' } })
  }
})
