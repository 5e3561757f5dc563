import type { DialogAnswer, DialogShown } from '../link-topics.ts'

/** Where dialogs wait for their answers: from a test, or from a person. */
export interface DialogDesk {
  readonly show: (shown: DialogShown) => Promise<DialogAnswer>
  /** The answer to the dialog of that kind which is open, or to the next one. */
  readonly answer: (kind: DialogShown['kind'], answer: DialogAnswer) => void
  /** Every dialog so far, oldest first. */
  readonly shown: readonly DialogShown[]
  /** Kinds of the dialogs that wait for an answer. */
  readonly open: () => readonly DialogShown['kind'][]
}

interface OpenDialog {
  readonly kind: DialogShown['kind']
  readonly resolve: (answer: DialogAnswer) => void
}

/** `askPerson` is null where nobody sits before the screen: a dialog then waits for `answer`, as a real one would. */
export function createDialogDesk(askPerson: ((shown: DialogShown) => Promise<DialogAnswer>) | null): DialogDesk {
  const shown: DialogShown[] = []
  const prepared: { kind: DialogShown['kind']; answer: DialogAnswer }[] = []
  const open: OpenDialog[] = []
  return {
    shown,
    open: () => open.map(dialog => dialog.kind),
    answer: (kind, answer) => {
      const waiting = open.findIndex(dialog => dialog.kind === kind)
      if (waiting === -1) prepared.push({ kind, answer })
      else open.splice(waiting, 1)[0]?.resolve(answer)
    },
    show: dialog => {
      shown.push(dialog)
      // an error box says something and asks nothing
      if (dialog.kind === 'error') return Promise.resolve({ button: 0 })
      const ready = prepared.findIndex(answer => answer.kind === dialog.kind)
      const answer = ready === -1 ? undefined : prepared.splice(ready, 1)[0]?.answer
      if (answer !== undefined) return Promise.resolve(answer)
      if (askPerson !== null) return askPerson(dialog)
      return new Promise(resolve => open.push({ kind: dialog.kind, resolve }))
    },
  }
}
