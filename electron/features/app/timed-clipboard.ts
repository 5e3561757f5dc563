import { createHash } from 'node:crypto'
import type { SystemClipboard } from '../../kernel/host/desktop.ts'

export const clipboardSeconds = 60

export interface TimedClipboard {
  /** Puts text there for 60 s, or until the lock. */
  readonly copy: (text: string) => void
  /** Clears it now if it still holds what was put there last. What somebody else copied meanwhile stays. */
  readonly clearOwn: () => void
}

export function createTimedClipboard(clipboard: SystemClipboard): TimedClipboard {
  // the digest tells our text again without keeping a copy of it
  let ownDigest: string | null = null
  let timer: NodeJS.Timeout | undefined

  const clearOwn = (): void => {
    clearTimeout(timer)
    if (ownDigest !== null && digest(clipboard.readText()) === ownDigest) clipboard.clear()
    ownDigest = null
  }
  return {
    copy: text => {
      clearTimeout(timer)
      clipboard.writeText(text)
      ownDigest = digest(text)
      timer = setTimeout(clearOwn, clipboardSeconds * 1000)
    },
    clearOwn,
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
