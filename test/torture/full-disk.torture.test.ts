import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { type ContactDraft, emptyContactDraft } from '../../shared/features/contacts/contact.ts'
import { startVaultThread, type VaultThread } from '../helpers/vault-thread.ts'
import { canMount, mountSmallDisk, type SmallDisk } from './small-disk.ts'
import { printFigures, tortureScale } from './torture-scale.ts'

/** T13 and T14 (security design, section 3): a full disk, a read-only one, a folder that is gone. */
const runs = tortureScale({ short: 3, long: 30 })
let disk: SmallDisk | null = null
let thread: VaultThread | null = null

afterEach(async () => {
  await thread?.remove()
  disk?.remove()
  thread = null
  disk = null
})

function heavyDraft(n: number): ContactDraft {
  return { ...emptyContactDraft(), name: `Sample customer ${n}`, note: `${n} `.repeat(4000) }
}

test.runIf(canMount)('everything saved before is there, and work goes on, when the disk fills up', async () => {
  let saved = 0
  let lost = 0
  for (let round = 0; round < runs; round += 1) {
    disk = mountSmallDisk(24)
    thread = startVaultThread({ folder: join(disk.folder, 'vault') })
    await thread.create()
    const ids: string[] = []
    let refusal = ''
    while (refusal === '' && ids.length < 3000) {
      const result = await thread.tryCall('contacts.create', { draft: heavyDraft(ids.length) })
      if (result.ok) ids.push((result.value as { id: string }).id)
      else refusal = result.failure.code
    }

    expect(refusal).toBe('disk-full')
    const page = await thread.call('contacts.list', {
      search: '',
      sort: { by: 'activity', dir: 'desc' },
      filter: null,
      customFields: [],
      offset: 0,
      limit: 1,
    })
    expect(page.total).toBe(ids.length)
    // the ballast's room was given back: moving customers to the Trash needs some
    const trashed = await thread.tryCall('contacts.trash', { ids: ids.slice(0, 5) })
    expect(trashed).toMatchObject({ ok: true })

    await thread.lock()
    expect(await thread.open()).toMatchObject({ ok: true })
    const after = await thread.call('contacts.list', {
      search: '',
      sort: { by: 'activity', dir: 'desc' },
      filter: null,
      customFields: [],
      offset: 0,
      limit: 1,
    })
    if (after.total !== ids.length - 5) lost += 1
    saved += ids.length
    await thread.remove()
    disk.remove()
    thread = null
    disk = null
  }

  printFigures('T13 full disk', { runs, 'customers saved': saved, 'runs that lost any': lost })
  expect(lost).toBe(0)
})

test.runIf(canMount)('opening says why and harms nothing when the disk is read-only', async () => {
  disk = mountSmallDisk(40)
  thread = startVaultThread({ folder: join(disk.folder, 'vault') })
  await thread.create()
  const { id } = await thread.call('contacts.create', { draft: heavyDraft(1) })
  await thread.lock()
  disk.makeReadOnly()

  const refused = await thread.open()
  disk.makeWritable()

  expect(refused.ok ? 'opened' : refused.failure.code).toMatch(/^(read-only|folder-not-writable)$/)
  expect(await thread.open()).toMatchObject({ ok: true })
  expect(await thread.call('contacts.get', { id })).toMatchObject({ name: 'Sample customer 1' })
})

test('opening says that the vault is missing when its folder is gone', async () => {
  thread = startVaultThread()
  await thread.create()
  await thread.lock()
  await thread.remove()

  expect(await thread.open()).toMatchObject({ ok: false, failure: { code: 'vault-missing' } })
})
