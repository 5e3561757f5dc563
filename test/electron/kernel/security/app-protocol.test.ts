import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { answerRequest, appSchemePrivileges } from '../../../../electron/kernel/security/app-protocol.ts'
import { readPageManifest } from '../../../../electron/kernel/security/page-manifest.ts'

const outside = mkdtempSync(join(tmpdir(), 'zhanggui-page-'))
const folder = join(outside, 'page')
mkdirSync(join(folder, 'assets'), { recursive: true })
writeFileSync(join(outside, 'secret.txt'), 'secret')
writeFileSync(join(outside, 'secret.js'), 'secret')
writeFileSync(join(folder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style>')
writeFileSync(join(folder, 'assets', 'main.js'), 'run()')
writeFileSync(join(folder, 'assets', 'main.js.map'), '{}')
symlinkSync(join(outside, 'secret.js'), join(folder, 'assets', 'link.js'))
const manifest = readPageManifest(folder)

afterAll(() => rmSync(outside, { recursive: true }))

test('the page gets a fresh nonce in its html and in its policy at every load', async () => {
  const first = await answerRequest(manifest, 'GET', 'app://crm/index.html')
  const second = await answerRequest(manifest, 'GET', 'app://crm/index.html#/customers?find=50%25')
  const html = await first.text()
  const [, nonce] = /content="([^"]+)"/.exec(html) ?? []

  expect(first.status).toBe(200)
  expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/)
  expect(html).not.toContain('__CSP_NONCE__')
  expect(first.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`)
  expect(await second.text()).not.toContain(nonce)
})

test('a script is served with its type, sniffing forbidden', async () => {
  const answer = await answerRequest(manifest, 'GET', 'app://crm/assets/main.js')

  expect(await answer.text()).toBe('run()')
  expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
})

test.each([
  'app://crm/../secret.txt',
  'app://crm/assets/../../secret.txt',
  'app://crm/assets/../index.html',
  'app://crm/./index.html',
  'app://crm/%2e%2e/secret.txt',
  'app://crm/%2E%2E%2Fsecret.txt',
  'app://crm/..%5csecret.txt',
  'app://crm/..\\secret.txt',
  'app://crm/assets\\main.js',
  'app://crm/assets%2fmain.js',
  'app://crm//index.html',
  'app://crm/index.html/',
  'app://crm/index.html%00',
  'app://crm/index.html\u0000.js',
  'app://crm/INDEX.HTML',
  'app://crm/Assets/main.js',
  'app://crm/index.html?x=1',
  'app://crm/index.html ',
  'app://crm/assets/',
  'app://crm/assets/main.js.map',
  'app://crm/assets/link.js',
  'app://crm/__proto__',
  'app://crm/constructor',
  'app://crm/C:/Windows/win.ini',
  'app://crm/file:///etc/passwd',
  'app://other/index.html',
  'app://user@crm/index.html',
  'file:///index.html',
  'app:index.html',
  '',
])('%j is answered with 404 and no body', async address => {
  const answer = await answerRequest(manifest, 'GET', address)

  expect(answer.status).toBe(404)
  expect(await answer.text()).toBe('')
})

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is answered with 405', async method => {
  expect((await answerRequest(manifest, method, 'app://crm/index.html')).status).toBe(405)
})

test('a file of the manifest that is gone is answered with 404', async () => {
  expect((await answerRequest(new Map([['/gone.js', join(folder, 'gone.js')]]), 'GET', 'app://crm/gone.js')).status).toBe(404)
})

test('the scheme goes round no policy and may not be asked from other origins', () => {
  expect(appSchemePrivileges.privileges).toMatchObject({ standard: true, secure: true, bypassCSP: false, corsEnabled: false })
})
