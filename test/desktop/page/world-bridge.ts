/** What one world sends the other: plain data, a function or a promise that stays where it was made, or a mixture. */
export type Crossing =
  | { readonly t: 'value'; readonly v: unknown }
  | { readonly t: 'function'; readonly id: number }
  | { readonly t: 'promise'; readonly id: number }
  | { readonly t: 'list'; readonly v: readonly Crossing[] }
  | { readonly t: 'object'; readonly v: readonly (readonly [string, Crossing])[] }

type BridgeMessage =
  | { readonly kind: 'expose'; readonly key: string; readonly value: Crossing }
  | { readonly kind: 'call'; readonly id: number; readonly values: readonly Crossing[] }
  | { readonly kind: 'return'; readonly value: Crossing }
  | { readonly kind: 'throw'; readonly value: string }
  | { readonly kind: 'fulfil'; readonly id: number; readonly value: Crossing }
  | { readonly kind: 'reject'; readonly id: number; readonly value: string }

export interface WorldEnd {
  /** Puts a frozen copy on the other world's window, where functions call back into this one. */
  readonly expose: (key: string, value: unknown) => void
}

/**
 * One end of the bridge between the page's world and the preload's: the two share a window but no object, and the events
 * that carry messages are cloned by the browser. Runs in pages, imports nothing, and takes what it needs from the
 * window before any page script can replace it.
 */
export function openWorldEnd(outgoing: string, incoming: string): WorldEnd {
  const apply = Reflect.apply
  const dispatchEvent = window.dispatchEvent
  const Message = CustomEvent
  const clone = structuredClone
  const functions = new Map<number, (...values: unknown[]) => unknown>()
  const promises = new Map<number, { readonly resolve: (value: unknown) => void; readonly reject: (error: unknown) => void }>()
  const returned: BridgeMessage[] = []
  let lastId = 0

  function post(message: BridgeMessage): void {
    apply(dispatchEvent, window, [new Message(outgoing, { detail: message })])
  }

  function pack(value: unknown): Crossing {
    if (typeof value === 'function') return packFunction(value as (...values: unknown[]) => unknown)
    if (value instanceof Promise) return packPromise(value)
    if (!holdsFunctions(value)) return { t: 'value', v: clone(value) }
    if (Array.isArray(value)) return { t: 'list', v: value.map(pack) }
    return { t: 'object', v: Object.entries(value as object).map(([key, item]) => [key, pack(item)] as const) }
  }

  function packFunction(value: (...values: unknown[]) => unknown): Crossing {
    functions.set(++lastId, value)
    return { t: 'function', id: lastId }
  }

  function packPromise(value: Promise<unknown>): Crossing {
    const id = ++lastId
    value.then(
      result => post({ kind: 'fulfil', id, value: pack(result) }),
      (error: unknown) => post({ kind: 'reject', id, value: messageOf(error) }),
    )
    return { t: 'promise', id }
  }

  function unpack(crossing: Crossing): unknown {
    if (crossing.t === 'value') return crossing.v
    if (crossing.t === 'function') return Object.freeze((...values: unknown[]) => callOther(crossing.id, values))
    if (crossing.t === 'promise') return new Promise((resolve, reject) => promises.set(crossing.id, { resolve, reject }))
    if (crossing.t === 'list') return Object.freeze(crossing.v.map(unpack))
    return Object.freeze(Object.fromEntries(crossing.v.map(([key, item]) => [key, unpack(item)])))
  }

  function callOther(id: number, values: readonly unknown[]): unknown {
    post({ kind: 'call', id, values: values.map(pack) })
    const answer = returned.pop()
    if (answer?.kind === 'return') return unpack(answer.value)
    throw new Error(answer?.kind === 'throw' ? answer.value : 'the other world did not answer')
  }

  function answerCall(id: number, values: readonly Crossing[]): void {
    try {
      const target = functions.get(id)
      if (target === undefined) throw new Error('a function of an earlier page')
      post({ kind: 'return', value: pack(apply(target, undefined, values.map(unpack))) })
    } catch (error) {
      post({ kind: 'throw', value: messageOf(error) })
    }
  }

  window.addEventListener(incoming, event => {
    event.stopImmediatePropagation()
    // only the other end knows the event's name
    const message = (event as CustomEvent<BridgeMessage>).detail
    if (message.kind === 'call') answerCall(message.id, message.values)
    else if (message.kind === 'return' || message.kind === 'throw') returned.push(message)
    else if (message.kind === 'expose')
      Object.defineProperty(window, message.key, { value: unpack(message.value), enumerable: true })
    else if (message.kind === 'fulfil') promises.get(message.id)?.resolve(unpack(message.value))
    else promises.get(message.id)?.reject(new Error(message.value))
  })

  return { expose: (key, value) => post({ kind: 'expose', key, value: pack(value) }) }
}

function holdsFunctions(value: unknown): boolean {
  if (typeof value === 'function' || value instanceof Promise) return true
  if (value === null || typeof value !== 'object') return false
  const prototype: unknown = Object.getPrototypeOf(value)
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return false
  return Object.values(value).some(holdsFunctions)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
