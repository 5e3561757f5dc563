import type { Page } from 'playwright'
import type { CallAnswer, CallInput, ChannelName } from '../../shared/contract.ts'
import type { Result } from '../../shared/kernel/result.ts'

/** Asks the program what the page could ask it; throws when it refuses. */
export async function askProgram<N extends ChannelName>(page: Page, name: N, input: CallInput<N>): Promise<CallAnswer<N>> {
  const result = await page.evaluate(
    async ([channel, given]) => {
      const { crm } = globalThis as unknown as { crm: { call: (name: string, input: unknown) => Promise<Result<unknown>> } } // the bridge of the page
      return crm.call(channel, given)
    },
    [name as string, input as unknown] as const,
  )
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`)
  return result.value as CallAnswer<N> // the program parsed it by the contract
}
