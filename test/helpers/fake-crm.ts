import { type ChannelName, contract, type EventName, type EventPayload, mainContract } from '../../shared/contract.ts'
import { AppError } from '../../shared/kernel/app-error.ts'
import type { Result } from '../../shared/kernel/result.ts'
import { createFakeActs } from './fake-acts.ts'
import { fakeContacts } from './fake-contacts.ts'
import { fakeFields } from './fake-fields.ts'
import { createFakeJobs } from './fake-jobs.ts'
import { createFakeMain, fakePassword } from './fake-main.ts'
import { fakeViews } from './fake-views.ts'
import { createFakeWorld, type FakeCrmOptions, type FakeHandlers } from './fake-world.ts'

export type { FakeCrmOptions } from './fake-world.ts'

export interface FakeCrm {
  readonly call: (name: string, input: unknown) => Promise<Result<unknown>>
  readonly on: (event: string, listener: (payload: unknown) => void) => () => void
  /** Sends an event as main would, checked by its schema. */
  readonly emit: <E extends EventName>(event: E, payload: EventPayload<E>) => void
  /** Names of all calls so far. */
  readonly calls: readonly string[]
  /** The last thing put on the clipboard. */
  readonly clipboard: () => string
  readonly password: string
}

/**
 * The program behind the window, in memory: every call and answer is checked by the contract's schemas, so that the
 * screens cannot come to rely on what main and the worker do not promise.
 */
export function createFakeCrm(options: FakeCrmOptions = {}): FakeCrm {
  const world = createFakeWorld(options)
  const acts = createFakeActs(world)
  const jobs = createFakeJobs(world)
  const main = createFakeMain(world)
  const calls: string[] = []
  const handlers: FakeHandlers<ChannelName> = {
    ...main.handlers,
    ...fakeContacts(world, acts, jobs),
    ...fakeFields(world, acts),
    ...fakeViews(world, acts),
    ...acts.handlers,
    ...jobs.handlers,
  }
  const answer = (name: string, raw: unknown): unknown => {
    if (!Object.hasOwn(contract, name)) throw new AppError('unknown-channel')
    const known = name as ChannelName // own key of the contract
    if (main.vault().state !== 'unlocked' && !Object.hasOwn(mainContract, name)) throw new AppError('locked')
    const input = contract[known].input.safeParse(raw)
    if (!input.success) throw new AppError('invalid-input', { field: input.error.issues[0]?.path.join('.') ?? '' })
    const handler = handlers[known] as (value: unknown) => unknown // the input was parsed by this channel's schema
    const output = handler(input.data)
    return contract[known].kind === 'task' ? output : contract[known].output.parse(output)
  }
  return {
    call: async (name, input) => {
      calls.push(name)
      if (options.delayMs !== undefined) await new Promise(resolve => setTimeout(resolve, options.delayMs))
      try {
        return { ok: true, value: answer(name, structuredClone(input)) }
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        return { ok: false, failure: { code: error.code, ...error.details } }
      }
    },
    on: (event, listener) => {
      const ofEvent = world.listeners.get(event) ?? new Set()
      world.listeners.set(event, ofEvent.add(listener))
      return () => void ofEvent.delete(listener)
    },
    emit: world.emit,
    calls,
    clipboard: main.clipboard,
    password: fakePassword,
  }
}
