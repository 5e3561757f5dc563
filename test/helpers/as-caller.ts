import type { Caller } from '../../electron/kernel/ipc/handlers.ts'

type CalledBy<H> = {
  readonly [N in keyof H]: H[N] extends (input: infer I, caller: Caller) => infer O ? (input: I) => O : never
}

/** Handlers of main as the page of one window calls them. */
export function asCaller<H extends object>(handlers: H, contentsId = 1): CalledBy<H> {
  // each entry keeps its name and its input
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handler]: [string, (input: unknown, caller: Caller) => unknown]) => [
      name,
      (input: unknown) => handler(input, { contentsId }),
    ]),
  ) as CalledBy<H>
}
