/** What is known of who sent a message; taken from Electron's event by main-ipc.ts. */
export interface SenderFacts {
  readonly contentsId: number
  /** Null when the frame has gone or navigated away meanwhile. */
  readonly frame: { readonly origin: string; readonly isMainFrame: boolean } | null
}

/** Checklist 17: a main frame of one of our own windows that shows a page of our own origin; nobody else is answered. */
export function isTrustedSender(sender: SenderFacts, ownContents: ReadonlySet<number>, origin: string): boolean {
  return sender.frame !== null && sender.frame.isMainFrame && sender.frame.origin === origin && ownContents.has(sender.contentsId)
}
