import type { IpcMain } from 'electron'
import { decodeWire, encodeWire } from '../page/wire-codec.ts'
import { host } from './main-link.ts'
import { findContents } from './stand-in-contents.ts'
import { makeEvent, strictMembers } from './strict-members.ts'

// oxlint-disable-next-line typescript/no-explicit-any -- handlers of every channel, as in Electron's own types
type Handler = (event: any, ...values: any[]) => unknown

const handlers = new Map<string, Handler>()
const onceHandlers = new Set<string>()
const listeners = new Map<string, Handler[]>()

const members = {
  handle: (channel: string, handler: Handler) => {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
  handleOnce: (channel: string, handler: Handler) => {
    members.handle(channel, handler)
    onceHandlers.add(channel)
  },
  removeHandler: (channel: string) => void handlers.delete(channel),
  on: (channel: string, listener: Handler) => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
    return ipcMain
  },
  removeListener: (channel: string, listener: Handler) => {
    const others = (listeners.get(channel) ?? []).filter(one => one !== listener)
    listeners.set(channel, others)
    return ipcMain
  },
}

type OfferedIpcMain = Omit<Pick<IpcMain, keyof typeof members>, 'on' | 'removeListener'>

export const ipcMain: typeof members & OfferedIpcMain = strictMembers('ipcMain', members)

host.answer('ipc.invoke', async ({ window, message }) => {
  const [channel, ...values] = readMessage(message)
  const handler = handlers.get(channel)
  if (handler === undefined)
    throw new Error(`Error invoking remote method '${channel}': Error: No handler registered for '${channel}'`)
  if (onceHandlers.delete(channel)) handlers.delete(channel)
  try {
    return encodeWire(await handler(eventFrom(window), ...values))
  } catch (error) {
    throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, { cause: error })
  }
})

host.answer('ipc.send', ({ window, message }) => {
  const [channel, ...values] = readMessage(message)
  for (const listener of listeners.get(channel) ?? []) listener(eventFrom(window), ...values)
  return null
})

function eventFrom(window: number): object {
  const sender = findContents(window)
  const event = {
    type: 'frame',
    processId: sender.mainFrame.processId,
    frameId: sender.mainFrame.routingId,
    sender,
    senderFrame: sender.mainFrame,
  }
  return strictMembers('the event of ipcMain', makeEvent(event))
}

function readMessage(message: string): [string, ...unknown[]] {
  // written by ipcRenderer: the channel, then the arguments
  return decodeWire(message) as [string, ...unknown[]]
}
