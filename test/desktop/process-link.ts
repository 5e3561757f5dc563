/** One end of a message channel between two processes. */
export interface Port {
  readonly send: (message: unknown) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
  readonly onClose: (listener: () => void) => void
}

/** Name of a question, with what it takes and what it answers. */
export type Topics<T> = { readonly [K in keyof T]: { readonly takes: unknown; readonly gives: unknown } }

type Message =
  | { readonly kind: 'ask'; readonly id: number; readonly topic: string; readonly input: unknown }
  | { readonly kind: 'tell'; readonly topic: string; readonly input: unknown }
  | { readonly kind: 'reply'; readonly id: number; readonly output?: unknown; readonly error?: string }

interface Waiting {
  readonly resolve: (output: never) => void
  readonly reject: (error: Error) => void
}

export interface ProcessLink<Asked extends Topics<Asked>, Answered extends Topics<Answered>> {
  /** Rejects with the other side's message, or when the other side is gone. */
  readonly ask: <K extends keyof Asked & string>(topic: K, input: Asked[K]['takes']) => Promise<Asked[K]['gives']>
  /** Like ask, without an answer; nothing happens when the other side is gone. */
  readonly tell: <K extends keyof Asked & string>(topic: K, input: Asked[K]['takes']) => void
  readonly answer: <K extends keyof Answered & string>(
    topic: K,
    handler: (input: Answered[K]['takes']) => Answered[K]['gives'] | Promise<Answered[K]['gives']>,
  ) => void
}

/** Questions and answers in both directions over one port, in the order sent. */
export function createLink<Asked extends Topics<Asked>, Answered extends Topics<Answered>>(
  port: Port,
): ProcessLink<Asked, Answered> {
  const waiting = new Map<number, Waiting>()
  const handlers = new Map<string, (input: never) => unknown>()
  let lastId = 0
  let isOpen = true

  const handle = (topic: string, input: unknown): unknown => {
    const handler = handlers.get(topic)
    if (handler === undefined) throw new Error(`nobody answers "${topic}"`)
    // the two sides share the table of topics
    return handler(input as never)
  }

  port.onMessage(raw => {
    // only the other end of this link writes to the port
    const message = raw as Message
    // a failure here has nobody to be told to, so it surfaces as an unhandled rejection
    if (message.kind === 'tell') void Promise.resolve(handle(message.topic, message.input))
    else if (message.kind === 'reply') settle(waiting, message)
    else void replyTo(port, message, handle)
  })
  port.onClose(() => {
    isOpen = false
    for (const { reject } of waiting.values()) reject(new Error('the other process is gone'))
    waiting.clear()
  })

  return {
    ask: (topic, input) => {
      if (!isOpen) return Promise.reject(new Error(`the other process is gone, so it cannot answer "${topic}"`))
      const id = ++lastId
      const answer = new Promise<never>((resolve, reject) => waiting.set(id, { resolve, reject }))
      port.send({ kind: 'ask', id, topic, input } satisfies Message)
      return answer
    },
    tell: (topic, input) => {
      if (isOpen) port.send({ kind: 'tell', topic, input } satisfies Message)
    },
    answer: (topic, handler) => void handlers.set(topic, handler),
  }
}

async function replyTo(
  port: Port,
  message: Message & { kind: 'ask' },
  handle: (topic: string, input: unknown) => unknown,
): Promise<void> {
  try {
    const output = await handle(message.topic, message.input)
    port.send({ kind: 'reply', id: message.id, output } satisfies Message)
  } catch (error) {
    port.send({ kind: 'reply', id: message.id, error: error instanceof Error ? error.message : String(error) } satisfies Message)
  }
}

function settle(waiting: Map<number, Waiting>, message: Message & { kind: 'reply' }): void {
  const entry = waiting.get(message.id)
  waiting.delete(message.id)
  if (message.error !== undefined) entry?.reject(new Error(message.error))
  // the asker knows the topic's type
  else entry?.resolve(message.output as never)
}
