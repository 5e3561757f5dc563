import type { HostTopics, MainTopics } from '../link-topics.ts'
import { createLink } from '../process-link.ts'

/** The program's end of the link to the host that owns the browser. When the host is gone, so is the program. */
export const host = createLink<HostTopics, MainTopics>({
  send: message => {
    if (process.connected) process.send?.(message)
  },
  onMessage: listener => void process.on('message', listener),
  onClose: listener =>
    void process.on('disconnect', () => {
      listener()
      process.exit(0)
    }),
})
