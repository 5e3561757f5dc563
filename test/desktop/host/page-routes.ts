import type { BrowserContext, Frame, Page, Request, Route } from 'playwright'
import { toAppAddress, toPageHeader } from '../app-addresses.ts'
import type { HostTopics, MainTopics, NavigationWish, PageAnswer } from '../link-topics.ts'
import type { ProcessLink } from '../process-link.ts'
import type { HostWindow } from './host-window.ts'

type Link = ProcessLink<MainTopics, HostTopics>

export interface RoutedWindows {
  readonly link: Link
  readonly windowOf: (page: Page) => HostWindow | undefined
  /** Pages of the host itself, which it answers alone. */
  readonly isOwnPage: (page: Page) => boolean
}

/** Every request of every page is answered by the program or aborted; none leaves the machine. */
export async function routePages(context: BrowserContext, windows: RoutedWindows): Promise<void> {
  await context.route('**/*', async route => {
    try {
      await answerRoute(route, windows)
    } catch {
      // the page or the program ended meanwhile
      await route.abort('failed').catch(() => undefined)
    }
  })
}

async function answerRoute(route: Route, { link, windowOf, isOwnPage }: RoutedWindows): Promise<void> {
  const request = route.request()
  const frame = request.frame()
  const page = frame.page()
  const window = windowOf(page)
  if (window === undefined) return isOwnPage(page) ? await route.fallback() : await route.abort('blockedbyclient')
  const isNavigation = request.isNavigationRequest()
  if (isNavigation && !window.isOwnLoad(request.url()) && !(await isAllowed(link, wishOf(window, request, frame)))) {
    return await route.abort('aborted')
  }
  const answer = await link.ask('request', {
    window: window.id,
    url: toAppAddress(request.url()),
    method: request.method(),
    headers: request.headers(),
    body: request.postDataBuffer(),
    resourceType: electronType(request, frame),
  })
  if (answer.isCancelled) return await route.abort('blockedbyclient')
  if (isNavigation && (await isRedirectRefused(link, window, answer, frame))) return await route.abort('aborted')
  await route.fulfill({ status: answer.status, headers: mapHeaders(answer.headers), body: Buffer.from(answer.body) })
}

async function isAllowed(link: Link, wish: NavigationWish): Promise<boolean> {
  return (await link.ask('navigation', wish)).isAllowed
}

function wishOf(window: HostWindow, request: Request, frame: Frame): NavigationWish {
  return { window: window.id, url: toAppAddress(request.url()), isMainFrame: frame.parentFrame() === null, isRedirect: false }
}

async function isRedirectRefused(
  link: Link,
  window: HostWindow,
  answer: PageAnswer & { isCancelled: false },
  frame: Frame,
): Promise<boolean> {
  const target = answer.headers['location']
  if (answer.status < 300 || answer.status > 399 || target === undefined) return false
  const url = new URL(target, toAppAddress(frame.url())).href
  return !(await isAllowed(link, { window: window.id, url, isMainFrame: frame.parentFrame() === null, isRedirect: true }))
}

function mapHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, toPageHeader(value)]))
}

const electronTypes: Readonly<Record<string, string>> = {
  stylesheet: 'stylesheet',
  script: 'script',
  image: 'image',
  font: 'font',
  media: 'media',
  xhr: 'xhr',
  fetch: 'xhr',
  websocket: 'webSocket',
  ping: 'ping',
}

function electronType(request: Request, frame: Frame): string {
  if (request.isNavigationRequest()) return frame.parentFrame() === null ? 'mainFrame' : 'subFrame'
  return electronTypes[request.resourceType()] ?? 'other'
}
