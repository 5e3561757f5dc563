import { type Failure, fail, type Result } from '../shared/kernel/result.ts'

/** What the bridge needs of Electron. */
export interface BridgePorts {
  readonly invoke: (name: string, input: unknown) => Promise<unknown>
  /** Hands over name and payload of every event; the event object stays behind. */
  readonly listen: (listener: (name: unknown, payload: unknown) => void) => void
}

export interface Bridge {
  readonly call: (name: string, input: unknown) => Promise<Result<unknown>>
  readonly on: (event: string, listener: (payload: unknown) => void) => () => void
}

/**
 * The only object a page gets. `call` answers a Result always, for unknown names too; `on` throws for an unknown
 * event and answers the function that ends the subscription.
 */
export function createBridge(ports: BridgePorts, channels: ReadonlySet<string>, events: ReadonlySet<string>): Bridge {
  const listeners = new Map<string, Set<(payload: unknown) => void>>()
  ports.listen((name, payload) => {
    if (typeof name !== 'string') return
    for (const listener of listeners.get(name) ?? []) listener(payload)
  })
  return Object.freeze({
    call: async (name: string, input: unknown) => {
      if (!channels.has(name)) return fail({ code: 'unknown-channel' })
      try {
        return asResult(await ports.invoke(name, input))
      } catch {
        // what cannot be cloned never leaves the page; main itself answers every call
        return fail({ code: 'invalid-input' })
      }
    },
    on: (event: string, listener: (payload: unknown) => void) => {
      if (!events.has(event)) throw new Error('unknown event')
      const entry = (payload: unknown): void => listener(payload)
      const ofEvent = listeners.get(event) ?? new Set()
      listeners.set(event, ofEvent.add(entry))
      return () => void ofEvent.delete(entry)
    },
  })
}

function asResult(answer: unknown): Result<unknown> {
  if (typeof answer === 'object' && answer !== null && 'ok' in answer) {
    if (answer.ok === true && 'value' in answer) return { ok: true, value: answer.value }
    // main makes failures by the contract's closed list
    if ('failure' in answer) return { ok: false, failure: answer.failure as Failure }
  }
  return fail({ code: 'internal' })
}
