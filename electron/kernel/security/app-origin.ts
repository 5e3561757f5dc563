export const appScheme = 'app'
const appHost = 'crm'
/** The one origin whose pages may call. */
export const appOrigin = `${appScheme}://${appHost}`
export const startUrl = `${appOrigin}/index.html`

/**
 * True for addresses of our own origin only. Decided by the parsed address, since text that begins like ours
 * may belong to another host; credentials, a port and control characters are never ours.
 */
export function isOwnUrl(address: string): boolean {
  if (hasControlCharacter(address) || !URL.canParse(address)) return false
  const url = new URL(address)
  return (
    url.protocol === `${appScheme}:` &&
    url.host === appHost &&
    url.username === '' &&
    url.password === '' &&
    !address.includes('\\')
  )
}

export function hasControlCharacter(text: string): boolean {
  for (const character of text) if (character < ' ' || character === '\u007f') return true
  return false
}
