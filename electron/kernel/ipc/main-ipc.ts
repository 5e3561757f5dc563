import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { callChannel } from './ipc-names.ts'
import type { AnswerCall } from './main-ipc-routing.ts'
import type { SenderFacts } from './sender-trust.ts'

/** Answers the one channel by which windows call. */
export function answerCalls(ipcMain: IpcMain, answer: AnswerCall): void {
  ipcMain.handle(callChannel, (event, name: unknown, input: unknown) => answer(senderOf(event), name, input))
}

function senderOf(event: IpcMainInvokeEvent): SenderFacts {
  const { sender, senderFrame } = event
  return {
    contentsId: sender.id,
    frame: senderFrame === null ? null : { origin: senderFrame.origin, isMainFrame: senderFrame === sender.mainFrame },
  }
}
