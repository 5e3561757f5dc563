import type { IpcMain } from 'electron'
import { expect, test } from 'vitest'
import { answerCalls } from '../../../../electron/kernel/ipc/main-ipc.ts'
import type { SenderFacts } from '../../../../electron/kernel/ipc/sender-trust.ts'
import { succeed } from '../../../../shared/kernel/result.ts'

type Handler = (event: unknown, ...args: unknown[]) => unknown

function listen(): { readonly channels: Map<string, Handler>; readonly senders: SenderFacts[] } {
  const channels = new Map<string, Handler>()
  const senders: SenderFacts[] = []
  const ipcMain = { handle: (channel: string, handler: Handler) => void channels.set(channel, handler) }
  // only `handle` is used
  answerCalls(ipcMain as unknown as IpcMain, sender => {
    senders.push(sender)
    return Promise.resolve(succeed(null))
  })
  return { channels, senders }
}

test('one channel is answered, with who sent it', async () => {
  const { channels, senders } = listen()
  const mainFrame = { origin: 'app://crm' }
  const inner = { origin: 'app://crm' }
  const handler = channels.get('crm:call')

  await handler?.({ sender: { id: 4, mainFrame }, senderFrame: mainFrame }, 'vault.state', {})
  await handler?.({ sender: { id: 4, mainFrame }, senderFrame: inner }, 'vault.state', {})
  await handler?.({ sender: { id: 5, mainFrame }, senderFrame: null }, 'vault.state', {})

  expect([...channels.keys()]).toEqual(['crm:call'])
  expect(senders).toEqual([
    { contentsId: 4, frame: { origin: 'app://crm', isMainFrame: true } },
    { contentsId: 4, frame: { origin: 'app://crm', isMainFrame: false } },
    { contentsId: 5, frame: null },
  ])
})
