/**
 * Structured clone by way of a string, for a channel that carries only strings. Runs in pages as well as in Node, so it
 * imports nothing. Functions, symbols and weak collections cannot be cloned, exactly as with Electron's own messages.
 */
export function encodeWire(value: unknown): string {
  return JSON.stringify(pack(value, new Map()))
}

export function decodeWire(text: string): unknown {
  return unpack(JSON.parse(text), [])
}

function pack(value: unknown, seen: Map<object, number>): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (value === undefined) return { $: 'undefined' }
  if (typeof value === 'number')
    return Number.isFinite(value) && !Object.is(value, -0)
      ? value
      : { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) }
  if (typeof value === 'bigint') return { $: 'bigint', v: String(value) }
  if (typeof value !== 'object') throw new Error('An object could not be cloned.')
  const known = seen.get(value)
  if (known !== undefined) return { $: 'seen', v: known }
  seen.set(value, seen.size)
  return packObject(value, seen)
}

function packObject(value: object, seen: Map<object, number>): unknown {
  if (Array.isArray(value)) return Array.from(value, item => pack(item, seen))
  if (value instanceof Date) return { $: 'date', v: String(value.getTime()) }
  if (value instanceof RegExp) return { $: 'regexp', v: [value.source, value.flags] }
  if (value instanceof Error) return { $: 'error', v: [value.name, value.message] }
  if (value instanceof ArrayBuffer) return { $: 'buffer', v: toBase64(new Uint8Array(value)) }
  if (ArrayBuffer.isView(value)) {
    const kind = Object.prototype.toString.call(value).slice(8, -1)
    return { $: 'view', k: kind, v: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) }
  }
  if (value instanceof Map) return { $: 'map', v: Array.from(value, ([key, item]) => [pack(key, seen), pack(item, seen)]) }
  if (value instanceof Set) return { $: 'set', v: Array.from(value, item => pack(item, seen)) }
  if (value instanceof WeakMap || value instanceof WeakSet || value instanceof Promise)
    throw new Error('An object could not be cloned.')
  return { $: 'object', v: Object.entries(value).map(([key, item]) => [key, pack(item, seen)]) }
}

// oxlint-disable-next-line typescript/no-explicit-any -- the shape is our own, written by pack above
function unpack(packed: any, seen: unknown[]): unknown {
  if (packed === null || typeof packed !== 'object') return packed
  if (Array.isArray(packed)) {
    const list: unknown[] = remember(seen, [])
    for (const item of packed) list.push(unpack(item, seen))
    return list
  }
  const { $, k, v } = packed
  if ($ === 'undefined') return undefined
  if ($ === 'number') return Number(v)
  if ($ === 'bigint') return BigInt(v)
  if ($ === 'seen') return seen[v]
  return unpackObject($, k, v, seen)
}

// oxlint-disable-next-line typescript/no-explicit-any -- the shape is our own, written by packObject above
function unpackObject(tag: string, kind: string, v: any, seen: unknown[]): unknown {
  if (tag === 'date') return remember(seen, new Date(Number(v)))
  if (tag === 'regexp') return remember(seen, new RegExp(v[0], v[1]))
  if (tag === 'error') return remember(seen, Object.assign(new Error(v[1]), { name: v[0] }))
  if (tag === 'buffer') return remember(seen, fromBase64(v).buffer)
  if (tag === 'view') return remember(seen, viewOf(kind, fromBase64(v)))
  if (tag === 'map') {
    const map = remember(seen, new Map<unknown, unknown>())
    for (const [key, item] of v) map.set(unpack(key, seen), unpack(item, seen))
    return map
  }
  if (tag === 'set') {
    const set = remember(seen, new Set<unknown>())
    for (const item of v) set.add(unpack(item, seen))
    return set
  }
  const object = remember(seen, {})
  for (const [key, item] of v)
    Object.defineProperty(object, key, { value: unpack(item, seen), enumerable: true, writable: true, configurable: true })
  return object
}

function remember<T>(seen: unknown[], value: T): T {
  seen.push(value)
  return value
}

function viewOf(kind: string, bytes: Uint8Array<ArrayBuffer>): unknown {
  if (kind === 'Uint8Array') return bytes
  // oxlint-disable-next-line typescript/no-explicit-any -- the constructors of typed arrays are looked up by name
  const Constructor = (globalThis as any)[kind]
  return new Constructor(bytes.buffer)
}

function toBase64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let start = 0; start < bytes.length; start += 0x8000)
    parts.push(String.fromCharCode(...bytes.subarray(start, start + 0x8000)))
  return btoa(parts.join(''))
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), character => character.charCodeAt(0))
}
