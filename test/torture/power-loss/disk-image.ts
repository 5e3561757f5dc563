import type { DiskEvent } from './disk-log.ts'

/** What of the unsynced writes reached the platter when the power went. */
export const lossPolicies = ['last-sync', 'random-prefix', 'random-subset', 'torn-sectors'] as const
export type LossPolicy = (typeof lossPolicies)[number]

export type DiskImage = ReadonlyMap<string, Buffer>

/**
 * The files as they may stand after power was lost right behind `count` events: everything synced is there, of
 * what came after a file's last sync only what the policy lets through. Names (open, unlink, rename) take effect
 * in order. `random` answers numbers in [0, 1).
 */
export function imageAfter(
  start: DiskImage,
  events: readonly DiskEvent[],
  count: number,
  policy: LossPolicy,
  random: () => number,
): DiskImage {
  const happened = events.slice(0, count)
  const lastSync = new Map<string, number>()
  for (const event of happened) {
    if (event.type === 'sync') lastSync.set(event.path, Math.max(event.at - 1, lastSync.get(event.path) ?? -1))
  }
  const files = new Map([...start].map(([path, bytes]) => [path, Buffer.from(bytes)]))
  const cut = prefixCuts(happened, lastSync, random)
  happened.forEach((event, index) => {
    const pending = index > (lastSync.get(event.path) ?? -1)
    if (!pending || event.type === 'unlink' || event.type === 'rename' || event.type === 'open') apply(files, event, event.data)
    else if (policy === 'random-prefix' && index <= (cut.get(event.path) ?? -1)) apply(files, event, event.data)
    else if (policy === 'random-subset' && random() < 0.5) apply(files, event, event.data)
    else if (policy === 'torn-sectors') applyTorn(files, event, random)
  })
  return files
}

/** Per file: up to which pending event the disk got before the power went. */
function prefixCuts(
  events: readonly DiskEvent[],
  lastSync: ReadonlyMap<string, number>,
  random: () => number,
): Map<string, number> {
  const pending = new Map<string, number[]>()
  events.forEach((event, index) => {
    if (index > (lastSync.get(event.path) ?? -1)) pending.set(event.path, [...(pending.get(event.path) ?? []), index])
  })
  return new Map([...pending].map(([path, indexes]) => [path, indexes[Math.floor(random() * (indexes.length + 1)) - 1] ?? -1]))
}

function apply(files: Map<string, Buffer>, event: DiskEvent, data: Buffer): void {
  const now = files.get(event.path) ?? Buffer.alloc(0)
  switch (event.type) {
    case 'write':
      files.set(event.path, writeInto(now, event.at, data))
      return
    case 'truncate':
      files.set(
        event.path,
        now.length >= event.at ? now.subarray(0, event.at) : Buffer.concat([now, Buffer.alloc(event.at - now.length)]),
      )
      return
    case 'open':
      files.set(event.path, event.at === 1 ? Buffer.alloc(0) : now)
      return
    case 'unlink':
      files.delete(event.path)
      return
    case 'rename':
      files.delete(event.path)
      files.set(event.data.toString('utf8'), now)
      return
    case 'sync':
  }
}

/** Each 512-byte sector of a pending write made it to the disk, or did not. */
function applyTorn(files: Map<string, Buffer>, event: DiskEvent, random: () => number): void {
  if (event.type !== 'write') {
    if (random() < 0.5) apply(files, event, event.data)
    return
  }
  for (let from = 0; from < event.data.length; from += 512) {
    if (random() < 0.5) apply(files, { ...event, at: event.at + from }, event.data.subarray(from, from + 512))
  }
}

function writeInto(now: Buffer, at: number, data: Buffer): Buffer {
  const size = Math.max(now.length, at + data.length)
  const next = size === now.length ? now : Buffer.concat([now, Buffer.alloc(size - now.length)])
  data.copy(next, at)
  return next
}
