import { hasControlCharacter } from './app-origin.ts'

/** Places outside that the program may open, by name; a page can ask for a name, never for an address. */
export type ExternalLinks = Readonly<Record<string, string>>

export interface LinkPorts {
  /** Shows the address and asks; false when the person would rather not. */
  readonly confirm: (address: string) => Promise<boolean>
  readonly open: (address: string) => Promise<void>
}

/** Checklist 15: opens the named place after asking. Answers false when the name is unknown, the address refused or the person says no. */
export async function openLink(links: ExternalLinks, id: string, ports: LinkPorts): Promise<boolean> {
  const address = Object.hasOwn(links, id) ? links[id] : undefined
  if (address === undefined || !isOpenable(address)) return false
  if (!(await ports.confirm(address))) return false
  await ports.open(address)
  return true
}

/** https with a host name, mailto and tel; decided by the parsed address. */
export function isOpenable(address: string): boolean {
  if (hasControlCharacter(address) || address.includes('\\') || !URL.canParse(address)) return false
  const url = new URL(address)
  if (url.protocol === 'https:') return url.hostname.includes('.') && url.username === '' && url.password === ''
  if (url.protocol === 'mailto:') return /^[^\s@?&]+@[^\s@?&]+$/.test(url.pathname) && url.search === ''
  return url.protocol === 'tel:' && /^\+?[0-9][0-9-]{1,30}$/.test(url.pathname)
}
