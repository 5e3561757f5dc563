import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Actor } from '../changes/change.ts'
import type { Spine } from '../changes/spine.ts'
import type { ReadableDb } from '../db/database.ts'
import { systemFs, writeDurably } from './vault-fs.ts'

const DeviceFile = z.strictObject({ node: z.string().regex(/^[0-9a-f]{16}$/) })

/**
 * This computer's 8 bytes, kept in the program's own folder and not in the vault: a vault that was copied to
 * another computer is written there under that computer's node (decisions.md 7). Made at the first call.
 */
export function readDeviceNode(programFolder: string): Buffer {
  const path = join(programFolder, 'device.json')
  const known = DeviceFile.safeParse(readJson(path))
  if (known.success) return Buffer.from(known.data.node, 'hex')
  const node = randomBytes(8)
  writeDurably(systemFs, path, Buffer.from(JSON.stringify({ node: node.toString('hex') })))
  return node
}

/** Enters this computer in the vault's list when it is not there yet. Inside a transaction. */
export function ensureDevice(db: ReadableDb, spine: Spine, actor: Actor, node: Buffer, id: string, at: Date): void {
  const hex = node.toString('hex')
  if (db.get('SELECT 1 FROM device WHERE node = ?', hex) !== undefined) return
  const values = { node: hex, name: hostname(), created_at: at.toISOString() }
  spine.apply({ kind: 'edit', name: 'vault-create', subject: '' }, actor, [{ table: 'device', id, kind: 'insert', values }])
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}
