import { v7 } from 'uuid'
import { derivedTables, syncedTables, vaultSlices } from '../../electron/compose.ts'
import { createChanges, updateChanges } from '../../electron/features/contacts/contact-changes.ts'
import { getContact, getContactRecord } from '../../electron/features/contacts/contact-repository.ts'
import type { Actor, Change } from '../../electron/kernel/changes/change.ts'
import { ensureDerived } from '../../electron/kernel/changes/derived-version.ts'
import { createSpine, type Spine } from '../../electron/kernel/changes/spine.ts'
import { wrapDatabase } from '../../electron/kernel/db/database.ts'
import { migrate } from '../../electron/kernel/db/migrate.ts'
import { mergeIndex } from '../../electron/kernel/search/search-index.ts'
import type { KdfPolicy } from '../../electron/kernel/vault/key-hierarchy.ts'
import type { OpenVault } from '../../electron/kernel/vault/open-vault.ts'
import { newRecoveryCode } from '../../electron/kernel/vault/recovery-code.ts'
import { createVault } from '../../electron/kernel/vault/vault-store.ts'
import { seedCustomers } from './seed-customers.ts'
import { heavyCustomers, linkChanges, trashedOf, writeHistory } from './seed-relations.ts'
import { seedShop, shopChanges } from './seed-shop.ts'

export interface SeedRequest {
  readonly folder: string
  readonly customers: number
  readonly password: string
  readonly seed?: number
  readonly kdf?: KdfPolicy
  readonly onProgress?: (customers: number) => void
}

export interface SeededVault {
  readonly staffId: string
  readonly recoveryCode: string
}

const firstDay = Date.UTC(2024, 0, 2, 9)
const lastDay = Date.UTC(2026, 10, 1, 18)
const hour = 3_600_000
const perAct = 400
const perWrite = 100
/** Every how many customers one was edited afterwards. */
const editEvery = 50

/**
 * A new vault with customers who came over three years, one file of cards after the other, some edited since: written
 * by the one write path, so that log, history, index and undo are those of a used vault: own fields, links, some with a
 * long history, some in the Trash. Rows are the same for the
 * same seed; keys never are. Throws what `createVault` throws.
 */
export async function seedVault(request: SeedRequest): Promise<SeededVault> {
  const clock = makeClock(request.customers)
  const recoveryCode = newRecoveryCode()
  const { folder, password, kdf } = request
  const vault = await createVault({
    folder,
    password,
    recoveryCode,
    shopName: '春风茶庄',
    ownerName: '店主',
    newId: clock.newId,
    migrate: connection => void migrate(wrapDatabase(connection), { beforeUpgrade: () => undefined }),
    ...(kdf === undefined ? {} : { kdf }),
  })
  try {
    fill(vault, request, clock)
    return { staffId: vault.me.id, recoveryCode }
  } finally {
    vault.close('quit')
  }
}

interface SeedClock {
  readonly now: () => Date
  readonly newId: () => string
  /** By as much as lies between two new customers, or so many ms. */
  readonly advance: (ms?: number) => void
}

/** Time and ids that depend on nothing but how often they were asked. */
function makeClock(customers: number): SeedClock {
  const step = Math.max(1, Math.floor((lastDay - firstDay) / Math.max(1, customers)))
  let time = firstDay
  let ids = 0
  return {
    now: () => new Date(time),
    newId: () => {
      ids += 1
      const random = new Uint8Array(16)
      new DataView(random.buffer).setUint32(12, ids)
      return v7({ msecs: time, seq: ids, random })
    },
    advance: (ms = step) => {
      time += ms
    },
  }
}

function fill(vault: OpenVault, request: SeedRequest, clock: SeedClock): void {
  const actor: Actor = { staffId: vault.me.id, role: 'owner' }
  const node = Buffer.from('5eed5eed5eed5eed', 'hex')
  const spine = createSpine(vault.writer, {
    tables: syncedTables,
    derived: derivedTables,
    now: clock.now,
    deviceNode: node,
    newId: clock.newId,
  })
  ensureDerived(vault.writer, derivedTables, vaultSlices.derivedVersion)
  vault.writer.transaction(() => enterShop(spine, vault, actor, clock))
  let written = 0
  for (const drafts of inParts(seedCustomers(request.customers, request.seed ?? 20_261_120, seedShop), perAct)) {
    const subject = `customers-${written / perAct + 1}.vcf`
    const imported = vault.writer.transaction(() => importDrafts(spine, actor, clock, { drafts, subject }))
    vault.writer.transaction(() => {
      for (const change of linkChanges(imported)) spine.apply(linkAct, actor, [change])
      const trashed = trashedOf(imported)
      if (trashed.length > 0) spine.apply({ kind: 'edit', name: 'contact-trash', subject: '' }, actor, trashed)
    })
    for (let n = 0; n < drafts.length; n += editEvery) vault.writer.transaction(() => editOne(vault, spine, actor, clock, n))
    mergeIndex(vault.writer, 256)
    vault.noteCommit()
    written += drafts.length
    request.onProgress?.(written)
  }
  const heavy = heavyCustomers(vault.writer, request.customers)
  for (const visits of inParts(heavy, perWrite)) {
    vault.writer.transaction(() => writeHistory(spine, actor, visits, () => clock.advance(hour)))
  }
  mergeIndex(vault.writer, 256)
}

const linkAct = { kind: 'edit', name: 'contact-link', subject: '' } as const

function enterShop(spine: Spine, vault: OpenVault, actor: Actor, clock: SeedClock): void {
  const createdAt = clock.now().toISOString()
  const values = { name: vault.me.name, role: vault.me.role, created_at: createdAt }
  spine.apply({ kind: 'edit', name: 'vault-create', subject: '' }, actor, [
    { table: 'staff', id: vault.me.id, kind: 'insert', values },
    ...shopChanges(seedShop, createdAt),
  ])
}

type Draft = Parameters<typeof createChanges>[0]

function importDrafts(
  spine: Spine,
  actor: Actor,
  clock: SeedClock,
  file: { drafts: readonly Draft[]; subject: string },
): readonly { id: string; kind: string }[] {
  const actId = spine.begin({ kind: 'import', name: 'vcard-import', subject: file.subject }, actor)
  const imported: { id: string; kind: string }[] = []
  for (const drafts of inParts(file.drafts, perWrite)) {
    const changes = drafts.flatMap((draft): readonly Change[] => {
      const id = clock.newId()
      imported.push({ id, kind: draft.kind })
      const source = { file: file.subject, row: imported.length }
      return createChanges(draft, { id, createdAt: clock.now().toISOString(), newId: clock.newId, source })
    })
    spine.write(actId, changes)
    for (const _ of drafts) clock.advance()
  }
  spine.finish(actId)
  return imported
}

/** The nth of the newest customers gets a second number and another note. */
function editOne(vault: OpenVault, spine: Spine, actor: Actor, clock: SeedClock, n: number): void {
  const db = vault.writer
  const { id } = db.get<{ id: string }>('SELECT id FROM contact ORDER BY id DESC LIMIT 1 OFFSET ?', n) ?? { id: '' }
  const record = getContactRecord(db, id)
  const contact = getContact(db, id)
  const phone = { id: null, label: 'home', value: `010-6${String(n).padStart(7, '0')}`, preferred: false } as const
  const draft = { ...contact, note: `${contact.note} (${n})`, phones: [...contact.phones, phone] }
  spine.apply({ kind: 'edit', name: 'contact-edit', subject: contact.name }, actor, updateChanges(record, draft, clock.newId))
}

function* inParts<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let part: T[] = []
  for (const item of items) {
    part.push(item)
    if (part.length === size) {
      yield part
      part = []
    }
  }
  if (part.length > 0) yield part
}
