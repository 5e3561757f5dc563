import './preload-zod.ts'

import { contextBridge, ipcRenderer } from 'electron'
import { contract, events } from '../shared/contract.ts'
import { callChannel, eventChannel } from './kernel/ipc/ipc-names.ts'
import { createBridge } from './preload-bridge.ts'

contextBridge.exposeInMainWorld(
  'crm',
  createBridge(
    {
      invoke: (name, input) => ipcRenderer.invoke(callChannel, name, input),
      listen: listener => void ipcRenderer.on(eventChannel, (_event, name: unknown, payload: unknown) => listener(name, payload)),
    },
    new Set(Object.keys(contract)),
    new Set(Object.keys(events)),
  ),
)
