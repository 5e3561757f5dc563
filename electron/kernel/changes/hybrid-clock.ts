/** 16 bytes: 6 of milliseconds, 2 of counter, 8 of the computer's node; byte order is time order. */
export type Stamp = Uint8Array

export const nodeBytes = 8
const stampBytes = 16
const maxCounter = 0xff_ff

export interface HybridClock {
  /** A stamp after every stamp before, whatever the wall clock says. */
  readonly tick: (wallMs: number) => Stamp
  /** Takes note of a stamp from elsewhere, so that the next one comes after it. */
  readonly observe: (stamp: Stamp) => void
}

/**
 * Starts after `last` (the greatest stamp of the log). A wall clock that stands still, jumps back or runs ahead
 * only moves the counter or the milliseconds; it never stops a save.
 */
export function createHybridClock(node: Uint8Array, last: Stamp | null): HybridClock {
  if (node.length !== nodeBytes) throw new Error(`a node id has ${nodeBytes} bytes`)
  let ms = 0
  let counter = -1
  const observe = (stamp: Stamp): void => {
    const seen = stampMs(stamp)
    const seenCounter = stampCounter(stamp)
    if (seen > ms || (seen === ms && seenCounter > counter)) {
      ms = seen
      counter = seenCounter
    }
  }
  if (last !== null) observe(last)
  const tick = (wallMs: number): Stamp => {
    if (wallMs > ms) {
      ms = Math.floor(wallMs)
      counter = 0
    } else if (counter === maxCounter) {
      ms += 1
      counter = 0
    } else {
      counter += 1
    }
    return packStamp(ms, counter, node)
  }
  return { tick, observe }
}

function packStamp(ms: number, counter: number, node: Uint8Array): Stamp {
  const stamp = Buffer.allocUnsafe(stampBytes)
  stamp.writeUIntBE(ms, 0, 6)
  stamp.writeUInt16BE(counter, 6)
  stamp.set(node, 8)
  return stamp
}

/** The milliseconds of a stamp. No date: a clock pushed ahead stays ahead; the log keeps the wall time beside it. */
export function stampMs(stamp: Stamp): number {
  return asBuffer(stamp).readUIntBE(0, 6)
}

export function stampHex(stamp: Stamp): string {
  return asBuffer(stamp).toString('hex')
}

export function stampFromHex(hex: string): Stamp {
  return Buffer.from(hex, 'hex')
}

export function compareStamps(a: Stamp, b: Stamp): number {
  return Buffer.compare(a, b)
}

function stampCounter(stamp: Stamp): number {
  return asBuffer(stamp).readUInt16BE(6)
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
