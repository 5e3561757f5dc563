import type { CallAnswer, CallInput, ChannelName, EventName, EventPayload } from '../../shared/contract.ts'
import { mainContract } from '../../shared/contract.ts'
import { fail, type Result } from '../../shared/kernel/result.ts'
import './bridge.ts'
import { lockCount } from './lock-counter.ts'

/** Asks main or the vault worker. Never rejects; an answer about the vault that arrives after a lock is `locked`. */
export async function call<N extends ChannelName>(name: N, input: CallInput<N>): Promise<Result<CallAnswer<N>>> {
  const locksBefore = lockCount()
  const result = await ask<CallAnswer<N>>(name, input)
  const answeredWhileLocked = Object.hasOwn(mainContract, name)
  if (!answeredWhileLocked && lockCount() !== locksBefore) return fail({ code: 'locked' })
  return result
}

/** Listens to an event of main or the worker; returns the function that ends it. */
export function on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void {
  // main parsed the payload by the same schema before it was sent
  return window.crm.on(event, payload => listener(payload as EventPayload<E>))
}

async function ask<T>(name: string, input: unknown): Promise<Result<T>> {
  try {
    // the dispatcher parsed the answer by the contract's output schema
    return (await window.crm.call(name, input)) as Result<T>
  } catch {
    return fail({ code: 'internal' })
  }
}
