import { EventEmitter } from 'node:events'

/** Electron's members have no value here that could be mistaken for theirs: a member that is not offered throws by its name. */
export function strictMembers<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get: (members, key) => {
      if (typeof key === 'symbol' || key in members || key === 'then' || key === 'toJSON') return Reflect.get(members, key)
      throw notOffered(`${name}.${key}`)
    },
    set: (members, key, value) => {
      if (typeof key === 'symbol' || key in members || key.startsWith('_')) return Reflect.set(members, key, value)
      throw notOffered(`${name}.${key}`)
    },
  })
}

/** Refuses options that would be ignored. */
export function strictOptions(name: string, options: object, offered: readonly string[]): void {
  for (const key of Object.keys(options)) if (!offered.includes(key)) throw notOffered(`${name} option ${key}`)
}

export function notOffered(member: string): Error {
  return new Error(`The stand-in for Electron has no ${member}`)
}

// oxlint-disable-next-line typescript/no-explicit-any -- listeners of every event, as in Node's own types
type Listener = (...values: any[]) => void

/** An emitter that refuses listeners for events which it does not know. */
export class KnownEmitter extends EventEmitter {
  private readonly knownAs: string
  private readonly known: readonly string[]

  constructor(knownAs: string, known: readonly string[]) {
    super()
    this.knownAs = knownAs
    this.known = known
  }

  override on(event: string, listener: Listener): this {
    return super.on(this.checked(event), listener)
  }

  override addListener(event: string, listener: Listener): this {
    return super.addListener(this.checked(event), listener)
  }

  override once(event: string, listener: Listener): this {
    return super.once(this.checked(event), listener)
  }

  override off(event: string, listener: Listener): this {
    return super.off(this.checked(event), listener)
  }

  override removeListener(event: string, listener: Listener): this {
    return super.removeListener(event, listener)
  }

  /** Emits an event that a listener may refuse; true when none did. */
  emitPreventable(event: string, details: object, ...values: readonly unknown[]): boolean {
    const wish = makeEvent(details)
    this.emit(event, wish, ...values)
    return !wish.defaultPrevented
  }

  private checked(event: string): string {
    if (this.known.includes(event)) return event
    throw notOffered(`${this.knownAs} event "${event}"`)
  }
}

export interface PreventableEvent {
  readonly defaultPrevented: boolean
  readonly preventDefault: () => void
}

export function makeEvent<T extends object>(details: T): T & PreventableEvent {
  let isPrevented = false
  const event = {
    preventDefault: () => {
      isPrevented = true
    },
  }
  Object.defineProperty(event, 'defaultPrevented', { get: () => isPrevented, enumerable: true })
  // defined just above
  return Object.assign(event, details) as T & PreventableEvent
}
