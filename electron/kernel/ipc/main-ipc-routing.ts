import { AppError } from '../../../shared/kernel/app-error.ts'
import type { Contract } from '../../../shared/kernel/channel.ts'
import { fail, type Result } from '../../../shared/kernel/result.ts'
import { checkOutput, dispatch, findChannel, type LogBug, toFailure } from './dispatch.ts'
import type { Caller } from './handlers.ts'
import { isTrustedSender, type SenderFacts } from './sender-trust.ts'

/** Handlers by channel name; complete by `MainHandlersFor` where they are made. */
export type MainHandlerMap = Readonly<Record<string, (input: never, caller: Caller) => unknown>>

export interface CallRouting {
  readonly contract: Contract
  readonly handlers: MainHandlerMap
  readonly ownContents: () => ReadonlySet<number>
  readonly origin: string
  readonly isUnlocked: () => boolean
  /** Hands a call to the vault worker, which parses, runs and answers it. */
  readonly forward: (name: string, input: unknown) => Promise<Result<unknown>>
  readonly logBug: LogBug
}

export type AnswerCall = (sender: SenderFacts, name: unknown, input: unknown) => Promise<Result<unknown>>

/** Sender, name, home, lock, then the handler: every call is answered by a Result, in that order of refusal. */
export function createCallRouter(routing: CallRouting): AnswerCall {
  return async (sender, name, input) => {
    if (!isTrustedSender(sender, routing.ownContents(), routing.origin)) return fail({ code: 'untrusted-sender' })
    if (typeof name !== 'string') return fail({ code: 'unknown-channel' })
    try {
      const channel = findChannel(routing.contract, name)
      if (channel.home === 'main') return await runInMain(routing, sender, name, input)
      if (!routing.isUnlocked()) throw new AppError('locked')
      return await routing.forward(name, input)
    } catch (error) {
      return fail(toFailure(error, () => routing.logBug(name, error)))
    }
  }
}

function runInMain(routing: CallRouting, { contentsId }: SenderFacts, name: string, input: unknown): Promise<Result<unknown>> {
  return dispatch(
    {
      channels: routing.contract,
      role: () => null,
      run: async (_name, channel, parsed) => {
        const handler = routing.handlers[name]
        if (handler === undefined) throw new Error('a channel of main without a handler')
        // parsed by the channel's schema just before; the map's type pairs it with its handler
        return checkOutput(channel, await handler(parsed as never, { contentsId }))
      },
      logBug: routing.logBug,
    },
    name,
    input,
  )
}
