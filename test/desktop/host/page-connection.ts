import type { BrowserContext, CDPSession, Page } from 'playwright'
import { pageOrigin } from '../app-addresses.ts'
import type { PageScripts } from '../page/page-script.ts'
import type { PageMessage } from '../page/preload-world.ts'
import { permissionNames } from '../permission-names.ts'

export interface PageConnection {
  readonly page: Page
  readonly cdp: CDPSession
}

export interface PageListener {
  readonly hear: (message: PageMessage, world: number) => void
  readonly navigated: (address: string, isSameDocument: boolean) => void
}

/** A page with the preload's two scripts in place, before anything is loaded into it. */
export async function connectPage(
  context: BrowserContext,
  page: Page,
  scripts: PageScripts,
  granted: readonly string[],
  listener: PageListener,
): Promise<PageConnection> {
  const cdp = await context.newCDPSession(page)
  cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    // written by the page's side of the preload
    if (name === scripts.bindingName) listener.hear(JSON.parse(payload) as PageMessage, executionContextId)
  })
  cdp.on('Page.frameNavigated', ({ frame }) => {
    if (frame.parentId === undefined) listener.navigated(frame.url + (frame.urlFragment ?? ''), false)
  })
  cdp.on('Page.navigatedWithinDocument', ({ url }) => listener.navigated(url, true))
  await cdp.send('Page.enable')
  await cdp.send('Runtime.enable')
  await cdp.send('Runtime.addBinding', { name: scripts.bindingName, executionContextName: scripts.worldName })
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.mainWorld })
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.preloadWorld, worldName: scripts.worldName })
  for (const [, name] of permissionNames) {
    const setting = granted.includes(name) ? 'granted' : 'denied'
    await cdp.send('Browser.setPermission', { permission: { name }, setting, origin: pageOrigin })
  }
  return { page, cdp }
}
