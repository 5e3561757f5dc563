/** Chromium cannot be routed for `app:` addresses, so pages live at this origin and the program never sees it. */
const appOrigin = 'app://crm'
export const pageOrigin = 'https://crm.app'

/** `app://crm/…` as the browser has to be told it; every other address stays. */
export function toPageAddress(address: string): string {
  return swapOrigin(address, appOrigin, pageOrigin)
}

/** The browser's address as the program has to see it. */
export function toAppAddress(address: string): string {
  return swapOrigin(address, pageOrigin, appOrigin)
}

/** Response headers that name the origin, such as a content security policy or a redirect. */
export function toPageHeader(value: string): string {
  return value.replaceAll(appOrigin, pageOrigin).replace(/(^|[\s;])app:(?=$|[\s;])/g, `$1${pageOrigin}`)
}

function swapOrigin(address: string, from: string, to: string): string {
  const [, blob = '', rest = ''] = /^(blob:)?(.*)$/s.exec(address) ?? []
  if (rest === from) return `${blob}${to}/`
  return rest.startsWith(`${from}/`) || rest.startsWith(`${from}?`) || rest.startsWith(`${from}#`)
    ? `${blob}${to}${rest.slice(from.length)}`
    : address
}
