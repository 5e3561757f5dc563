import { createHash } from 'node:crypto'
import type { SystemClipboard } from '../../kernel/host/desktop.ts'

export const clipboardSeconds = 60

export interface TimedClipboard {
  /** Puts text there for 60 s, or until the lock. */
  readonly copy: (text: string) => Promise<void>
  /** Clears it now if it still holds what was put there last. What somebody else copied meanwhile stays. */
  readonly clearOwn: () => Promise<void>
}

export function createTimedClipboard(clipboard: SystemClipboard, onBug: (error: unknown) => void): TimedClipboard {
  // the digest tells our text again without keeping a copy of it
  let own: string | null = null
  let timer: NodeJS.Timeout | undefined

  const clearOwn = async (): Promise<void> => {
    clearTimeout(timer)
    if (own === null) return
    const held = digest(await clipboard.readText())
    if (held === own) clipboard.clear()
    own = null
  }
  return {
    copy: async text => {
      clearTimeout(timer)
      own = digest(text)
      timer = setTimeout(() => void clearOwn().catch(onBug), clipboardSeconds * 1000)
      await clipboard.writeText(text)
    },
    clearOwn,
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
