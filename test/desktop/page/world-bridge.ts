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

interface Settling {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

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
  const PromiseHere = Promise
  const clone = structuredClone
  const { freeze, entries, defineProperty } = Object
  const { isArray } = Array
  const functions: Record<number, (...values: unknown[]) => unknown> = Object.create(null) // so that no number is inherited
  const promises: Record<number, Settling> = Object.create(null) // as above
  let returned: BridgeMessage | null = null
  let lastId = 0

  function post(message: BridgeMessage): void {
    apply(dispatchEvent, window, [new Message(outgoing, { detail: message })])
  }

  function pack(value: unknown): Crossing {
    if (typeof value === 'function') return packFunction(value as (...values: unknown[]) => unknown)
    if (value instanceof PromiseHere) return packPromise(value)
    if (!holdsFunctions(value)) return { t: 'value', v: clone(value) }
    if (isArray(value)) return { t: 'list', v: eachOf(value, pack) }
    return { t: 'object', v: eachOf(entries(value as object), ([key, item]) => [key, pack(item)] as const) }
  }

  function packFunction(value: (...values: unknown[]) => unknown): Crossing {
    functions[++lastId] = value
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
    if (crossing.t === 'function') return freeze((...values: unknown[]) => callOther(crossing.id, values))
    if (crossing.t === 'promise') {
      return new PromiseHere((resolve, reject) => {
        promises[crossing.id] = { resolve, reject }
      })
    }
    if (crossing.t === 'list') return freeze(eachOf(crossing.v, unpack))
    const object = {}
    eachOf(crossing.v, ([key, item]) => defineProperty(object, key, { value: unpack(item), enumerable: true }))
    return freeze(object)
  }

  function callOther(id: number, values: readonly unknown[]): unknown {
    post({ kind: 'call', id, values: eachOf(values, pack) })
    const answer = takeReturned()
    if (answer?.kind === 'return') return unpack(answer.value)
    throw new Error(answer?.kind === 'throw' ? answer.value : 'the other world did not answer')
  }

  /** What is exposed never changes, however deep. */
  function freezeAll(value: unknown): unknown {
    if (value !== null && typeof value === 'object') eachOf(entries(freeze(value)), ([, item]) => freezeAll(item))
    return value
  }

  function takeReturned(): BridgeMessage | null {
    const answer = returned
    returned = null
    return answer
  }

  function answerCall(id: number, values: readonly Crossing[]): void {
    try {
      const target = functions[id]
      if (target === undefined) throw new Error('a function of an earlier page')
      post({ kind: 'return', value: pack(apply(target, undefined, eachOf(values, unpack))) })
    } catch (error) {
      post({ kind: 'throw', value: messageOf(error) })
    }
  }

  window.addEventListener(incoming, event => {
    event.stopImmediatePropagation()
    // only the other end knows the event's name
    const message = (event as CustomEvent<BridgeMessage>).detail
    if (message.kind === 'call') answerCall(message.id, message.values)
    else if (message.kind === 'return' || message.kind === 'throw') returned = message
    else if (message.kind === 'expose')
      defineProperty(window, message.key, { value: freezeAll(unpack(message.value)), enumerable: true })
    else if (message.kind === 'fulfil') promises[message.id]?.resolve(unpack(message.value))
    else promises[message.id]?.reject(new Error(message.value))
  })

  return { expose: (key, value) => post({ kind: 'expose', key, value: pack(value) }) }
}

/** Like map, without a look at a prototype that a page may have changed. */
function eachOf<T, R>(list: readonly T[], change: (item: T) => R): R[] {
  const results: R[] = []
  for (let index = 0; index < list.length; index++) results[index] = change(list[index] as T) // within the list's length
  return results
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
