import { readFileSync } from 'node:fs'

/** One thing a process asked of the disk, as recorder.c wrote it. */
export interface DiskEvent {
  readonly type: 'write' | 'truncate' | 'sync' | 'open' | 'unlink' | 'rename'
  readonly path: string
  /** Offset of a write, size after a truncate, 1 for an open that empties the file, how many events came before a sync began. */
  readonly at: number
  readonly data: Buffer
}

const types = { W: 'write', T: 'truncate', S: 'sync', O: 'open', U: 'unlink', R: 'rename' } as const

/** Reads a whole log; a record cut off at the end (the process was killed) is left out. */
export function readDiskLog(file: string): readonly DiskEvent[] {
  const bytes = readFileSync(file)
  const events: DiskEvent[] = []
  let position = 0
  while (position + 17 <= bytes.length) {
    const letter = String.fromCharCode(bytes.readUInt8(position)) as keyof typeof types
    const at = Number(bytes.readBigUInt64LE(position + 1))
    const pathLength = bytes.readUInt32LE(position + 9)
    const dataLength = bytes.readUInt32LE(position + 13)
    const end = position + 17 + pathLength + dataLength
    if (end > bytes.length) break
    const path = bytes.toString('utf8', position + 17, position + 17 + pathLength)
    events.push({ type: types[letter], path, at, data: bytes.subarray(position + 17 + pathLength, end) })
    position = end
  }
  return events
}
