import { parentPort } from 'node:worker_threads'
import type { FromVaultWorker, ToVaultWorker } from '../../electron/kernel/ipc/worker-protocol.ts'
import { assertNonNullable } from '../../shared/kernel/assert.ts'

/**
 * Stands in for the vault worker: opens with the password `right`, and each channel (or its input's `key`) names what to do.
 * `slow` never answers, `die` ends the thread, `throw` is a bug, `fatal` cannot go on, `stuck` hangs the thread.
 */
const port = parentPort
assertNonNullable(port, 'started as a worker thread')

const granted = new Map<string, string>()
const me = { id: '01890000-0000-7000-8000-000000000001', name: 'owner', role: 'owner' } as const
const opened = { vaultId: '01890000-0000-7000-8000-000000000002', shopName: 'shop', me }

function say(message: FromVaultWorker): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  port?.postMessage(message)
}

function answer(id: number, value: unknown): void {
  say({ type: 'answer', id, result: { ok: true, value } })
}

function run(id: number, channel: string, input: unknown): void {
  if (channel === 'echo') answer(id, input)
  if (channel === 'files') answer(id, [...granted])
  if (channel === 'die') process.exit(3)
  if (channel === 'throw') throw new Error('a bug in the worker')
  if (channel === 'fatal') say({ type: 'fatal', failure: { code: 'vault-damaged' } })
  if (channel === 'tell') {
    say({ type: 'event', name: 'records.changed', payload: input })
    answer(id, null)
  }
  // oxlint-disable-next-line no-empty -- hangs on purpose, as a long native step does
  if (channel === 'stuck') for (;;) {}
}

function actOf(channel: string, input: unknown): string {
  return typeof input === 'object' && input !== null && 'key' in input ? String(input.key) : channel
}

port.on('message', (message: ToVaultWorker) => {
  switch (message.type) {
    case 'create':
    case 'recover':
      answer(message.id, opened)
      break
    case 'open':
      if (message.request.password === 'right') answer(message.id, opened)
      else if (message.request.password !== 'slow') {
        say({ type: 'answer', id: message.id, result: { ok: false, failure: { code: 'wrong-password' } } })
      }
      break
    case 'call':
      run(message.id, actOf(message.channel, message.input), message.input)
      break
    case 'grant-file':
      granted.set(message.token, message.path)
      break
    case 'close':
      answer(message.id, null)
      port.close()
      break
  }
})
