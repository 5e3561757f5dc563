/** Until then the person has what she opened the vault for. */
export const clearUpAfterMs = 30_000

export interface ClearUp {
  /** False once the vault was locked: then it is left to the next opening. */
  readonly isStillOpen: () => boolean
  readonly clearUp: () => void
  readonly logBug: (error: unknown) => void
}

/** Does the clearing up once, some time from now; what goes wrong is logged and harms nothing. */
export function clearUpLater({ isStillOpen, clearUp, logBug }: ClearUp): void {
  const run = (): void => {
    if (!isStillOpen()) return
    try {
      clearUp()
    } catch (error) {
      logBug(error)
    }
  }
  setTimeout(run, clearUpAfterMs).unref()
}
