import { type EventName, type EventPayload, events } from '../../../shared/contract.ts'
import { eventChannel } from './ipc-names.ts'

/** A window's content that listens. */
export interface Listening {
  readonly id: number
  readonly isDestroyed: () => boolean
  readonly send: (channel: string, name: string, payload: unknown) => void
}

export interface Broadcast {
  /** Tells every window; the payload is checked by type. */
  readonly send: <E extends EventName>(name: E, payload: EventPayload<E>) => void
  /** Tells the one window; nobody when it has gone. */
  readonly sendTo: <E extends EventName>(id: number, name: E, payload: EventPayload<E>) => void
  /** Passes on what the worker said; an unknown name or a payload that does not fit is a bug, logged and not sent. */
  readonly forward: (name: string, payload: unknown) => void
}

/** Parts of main that hear events too, before the windows do. */
export type Listeners = { readonly [E in EventName]?: (payload: EventPayload<E>) => void }

export function createBroadcast(
  windows: () => Iterable<Listening>,
  logBug: (name: string, error: unknown) => unknown,
  listeners: Listeners = {},
): Broadcast {
  const post = <E extends EventName>(name: E, payload: EventPayload<E>): void => {
    listeners[name]?.(payload)
    for (const window of windows()) tell(window, name, payload)
  }
  return {
    send: post,
    sendTo: (id, name, payload) => {
      for (const window of windows()) if (window.id === id) tell(window, name, payload)
    },
    forward: (name, payload) => {
      try {
        if (!isEventName(name)) throw new Error('an event that the contract does not know')
        post(name, events[name].parse(payload))
      } catch (error) {
        logBug(name, error)
      }
    },
  }
}

function tell<E extends EventName>(window: Listening, name: E, payload: EventPayload<E>): void {
  if (!window.isDestroyed()) window.send(eventChannel, name, payload)
}

function isEventName(name: string): name is EventName {
  return Object.hasOwn(events, name)
}
