export interface QuitPorts {
  readonly isJobRunning: () => boolean
  /** Asks whether to stop the jobs; false: wait for them. */
  readonly askToStop: () => Promise<boolean>
  /** Locks and waits until the files are closed. */
  readonly shutDown: () => Promise<void>
  readonly quit: () => void
}

/** Quitting waits for the vault's files: the first wish is held back, the last one goes through. */
export interface QuitSequence {
  /** True when the program may end now; else the sequence starts, unless it runs already. */
  readonly mayQuit: () => boolean
}

export function createQuitSequence(ports: QuitPorts, onBug: (error: unknown) => void): QuitSequence {
  let state: 'none' | 'asked' | 'ready' = 'none'

  const run = async (): Promise<void> => {
    if (ports.isJobRunning() && !(await ports.askToStop())) {
      state = 'none'
      return
    }
    try {
      await ports.shutDown()
    } catch (error) {
      // what could not be closed in order is recovered at the next start; staying open would help nobody
      onBug(error)
    }
    state = 'ready'
    ports.quit()
  }
  return {
    mayQuit: () => {
      if (state === 'none') {
        state = 'asked'
        void run()
      }
      return state === 'ready'
    },
  }
}
