import type { CallbackResponse, CustomScheme, OnBeforeRequestListenerDetails, Session, WebPreferences } from 'electron'
import type { PageAnswer, PageRequest } from '../link-topics.ts'
import { permissionNames } from '../permission-names.ts'
import { host } from './main-link.ts'
import { KnownEmitter, strictMembers, strictOptions } from './strict-members.ts'

type SchemeHandler = (request: Request) => Response | Promise<Response>
type RequestListener = (details: OnBeforeRequestListenerDetails, answer: (response: CallbackResponse) => void) => void
type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0]
type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0]
type DeviceHandler = Parameters<Session['setDevicePermissionHandler']>[0]

const privileged = new Map<string, CustomScheme>()

export class StandInSession extends KnownEmitter {
  readonly protocol = strictMembers('session.protocol', {
    handle: (scheme: string, handler: SchemeHandler) => {
      if (!privileged.has(scheme)) throw new Error(`the scheme ${scheme} was not registered as privileged`)
      if (this.schemes.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
      this.schemes.set(scheme, handler)
    },
    unhandle: (scheme: string) => void this.schemes.delete(scheme),
    isProtocolHandled: (scheme: string) => this.schemes.has(scheme),
  })
  readonly webRequest = strictMembers('session.webRequest', {
    onBeforeRequest: (listener: RequestListener | null) => {
      this.requestListener = listener
    },
  })
  private readonly schemes = new Map<string, SchemeHandler>()
  private readonly partition: string
  private requestListener: RequestListener | null = null
  private requestHandler: RequestHandler = null
  private checkHandler: CheckHandler = null
  private requests = 0

  constructor(partition: string) {
    super('session', ['will-download'])
    this.partition = partition
  }

  readonly isPersistent = (): boolean => this.partition === '' || this.partition.startsWith('persist:')
  readonly setPermissionRequestHandler = (handler: RequestHandler): void => {
    this.requestHandler = handler
  }
  readonly setPermissionCheckHandler = (handler: CheckHandler): void => {
    this.checkHandler = handler
  }
  /** Kept for its type only: the stand-in's browser has no device to choose. */
  readonly setDevicePermissionHandler = (handler: DeviceHandler): void => void handler
  readonly clearStorageData = (): Promise<void> => Promise.resolve()
  readonly clearCache = (): Promise<void> => Promise.resolve()
  readonly setSpellCheckerEnabled = (): void => undefined

  /** The web's names of what the handlers grant; as in Electron, everything when there is no handler. */
  grantedPermissions(contents: object): string[] {
    const granted = permissionNames.filter(([name]) => this.isChecked(contents, name) && this.isGranted(contents, name))
    return granted.map(([, webName]) => webName)
  }

  async answer(request: PageRequest, contents: object): Promise<PageAnswer> {
    if (await this.isCancelled(request, contents)) return { isCancelled: true }
    const handler = this.schemes.get(new URL(request.url).protocol.slice(0, -1))
    if (handler === undefined) return { isCancelled: true }
    const response = await handler(toRequest(request))
    return {
      isCancelled: false,
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: new Uint8Array(await response.arrayBuffer()),
    }
  }

  private isChecked(contents: object, name: string): boolean {
    // the handler takes Electron's own content; what it may use of ours is the same
    return this.checkHandler?.(contents as never, name as never, 'app://crm/', {} as never) ?? true
  }

  private isGranted(contents: object, name: string): boolean {
    let isGranted = this.requestHandler === null
    const answer = (wanted: boolean): void => {
      isGranted = wanted
    }
    // as above
    this.requestHandler?.(contents as never, name as never, answer, {} as never)
    return isGranted
  }

  private async isCancelled(request: PageRequest, contents: object): Promise<boolean> {
    const listener = this.requestListener
    if (listener === null) return false
    const { url, method, window: webContentsId, resourceType } = request
    const details = {
      id: ++this.requests,
      url,
      method,
      webContentsId,
      webContents: contents,
      resourceType,
      referrer: '',
      timestamp: Date.now(),
    }
    const response = await new Promise<CallbackResponse>(resolve => {
      // the members left out throw by name when they are used
      listener(strictMembers('request details', details) as never, resolve)
    })
    strictOptions('answer to onBeforeRequest', response, ['cancel'])
    return response.cancel === true
  }
}

const sessions = new Map<string, StandInSession>()

function fromPartition(partition: string): StandInSession {
  const known = sessions.get(partition)
  if (known !== undefined) return known
  const session = strictMembers('session', new StandInSession(partition))
  sessions.set(partition, session)
  return session
}

export const session = strictMembers('session', {
  fromPartition: (partition: string, options: { readonly cache?: boolean } = {}) => {
    // the browser's profile is a temporary folder, gone with the program
    strictOptions('session.fromPartition', options, ['cache'])
    return fromPartition(partition)
  },
  get defaultSession() {
    return fromPartition('')
  },
})

/** The session that a window's options name. */
export function sessionFor(preferences: WebPreferences): StandInSession {
  // a session of ours was handed out, so one of ours comes back
  if (preferences.session !== undefined) return preferences.session as unknown as StandInSession
  return fromPartition(preferences.partition ?? '')
}

export const protocol = strictMembers('protocol', {
  registerSchemesAsPrivileged: (schemes: readonly CustomScheme[]) => {
    for (const scheme of schemes) privileged.set(scheme.scheme, scheme)
  },
  handle: (scheme: string, handler: SchemeHandler) => fromPartition('').protocol.handle(scheme, handler),
  isProtocolHandled: (scheme: string) => fromPartition('').protocol.isProtocolHandled(scheme),
})

function toRequest(request: PageRequest): Request {
  const { url, method, headers, body } = request
  // a copy, since a request wants a buffer that nobody shares
  return new Request(url, { method, headers: cleanHeaders(headers), ...(body !== null && { body: Uint8Array.from(body) }) })
}

function cleanHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(':')))
}

/** Lets windows answer requests, with the content that sent them. */
export function answerRequests(find: (window: number) => { readonly session: StandInSession }): void {
  host.answer('request', request => {
    const contents = find(request.window)
    return contents.session.answer(request, contents)
  })
}
