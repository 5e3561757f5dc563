import type { Session } from 'electron'
import { appOrigin, isOwnUrl } from './app-origin.ts'

/** Checklist 1: requests for anything but our own files are cancelled before they leave. */
export function filterRequests(session: Session, options: { readonly isPackaged: boolean }): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isRequestAllowed(details.url, options.isPackaged) }))
}

/** Our files, and pictures that the page itself holds in memory; the developer tools only in a program that is not packaged. */
export function isRequestAllowed(url: string, isPackaged: boolean): boolean {
  return isOwnUrl(url) || url.startsWith(`blob:${appOrigin}/`) || (!isPackaged && url.startsWith('devtools://devtools/'))
}
