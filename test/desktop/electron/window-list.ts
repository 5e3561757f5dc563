/** What the program's other parts need of a window. */
export interface ListedWindow {
  readonly id: number
  readonly close: () => void
  readonly destroy: () => void
  readonly focus: () => void
  readonly hide: () => void
  readonly show: () => void
}

/** Every window that is not destroyed, oldest first. */
export const openWindows: ListedWindow[] = []
