import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { CustomScheme, Session } from 'electron'
import { appOrigin, appScheme, isOwnUrl } from './app-origin.ts'
import type { PageManifest } from './page-manifest.ts'
import { baseHeaders, contentSecurityPolicy } from './response-headers.ts'

/** Checklist 18: our files have an origin of their own; no file:// page, nothing that goes round the policy. */
export const appSchemePrivileges: CustomScheme = {
  scheme: appScheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, bypassCSP: false, corsEnabled: false },
}

const noncePlaceholder = '__CSP_NONCE__'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Answers `app://crm/…` in this session from the manifest. */
export function serveApp(session: Session, manifest: PageManifest): void {
  session.protocol.handle(appScheme, request => answerRequest(manifest, request.method, request.url))
}

/** The file of the manifest that an address names exactly; null for every other spelling of it. What follows `#` is the page's own. */
export function findPage(manifest: PageManifest, address: string): string | null {
  const [location = ''] = address.split('#')
  if (!isOwnUrl(location) || location.includes('%')) return null
  const { href, pathname } = new URL(location)
  return href === location && href === `${appOrigin}${pathname}` ? (manifest.get(pathname) ?? null) : null
}

/** 200 with the file, 404 for what is not in the manifest, 405 for anything but reading. Never rejects for a file that is gone. */
export async function answerRequest(manifest: PageManifest, method: string, address: string): Promise<Response> {
  if (method !== 'GET' && method !== 'HEAD') return refuse(405)
  const file = findPage(manifest, address)
  if (file === null) return refuse(404)
  const bytes = await readFile(file).catch(() => null)
  if (bytes === null) return refuse(404)
  return extname(file) === '.html' ? answerPage(bytes.toString('utf8')) : answerFile(extname(file), bytes)
}

function answerPage(html: string): Response {
  const nonce = randomBytes(16).toString('base64')
  return new Response(html.replaceAll(noncePlaceholder, nonce), {
    headers: {
      ...baseHeaders(),
      'content-type': contentTypes['.html'] ?? '',
      'content-security-policy': contentSecurityPolicy(nonce),
      'cache-control': 'no-store',
    },
  })
}

function answerFile(extension: string, bytes: Uint8Array<ArrayBuffer>): Response {
  return new Response(bytes, {
    headers: {
      ...baseHeaders(),
      'content-type': contentTypes[extension] ?? 'application/octet-stream',
      'content-security-policy': "default-src 'none'",
      'cache-control': 'no-cache',
    },
  })
}

function refuse(status: 404 | 405): Response {
  return new Response(null, { status, headers: { ...baseHeaders(), 'cache-control': 'no-store' } })
}
