import { expect, test } from 'vitest'
import { isOwnUrl } from '../../../../electron/kernel/security/app-origin.ts'

test.each(['app://crm', 'app://crm/', 'app://crm/index.html', 'app://crm/index.html#/customers/1', 'app://crm/assets/a.js'])(
  'isOwnUrl accepts %j',
  url => {
    expect(isOwnUrl(url)).toBe(true)
  },
)

test.each([
  '',
  'about:blank',
  'about:srcdoc',
  'data:text/html,<h1>x</h1>',
  'blob:app://crm/1234',
  'file:///etc/passwd',
  'file://crm/index.html',
  'http://crm/index.html',
  'https://crm.app/index.html',
  'https://example.com/',
  'ftp://crm/',
  'ws://crm/',
  'javascript:alert(1)',
  'view-source:app://crm/index.html',
  'chrome://settings',
  'devtools://devtools/bundled/inspector.html',
  'app:crm',
  'app:/crm/index.html',
  'app:///index.html',
  'app://x.evil/',
  'app://x.evil/crm/',
  'app://crm.evil/index.html',
  'app://evil.crm/index.html',
  'app://CRM/index.html',
  'app://crm:8080/index.html',
  'app://crm@evil/index.html',
  'app://user@crm/index.html',
  'app://user:word@crm/index.html',
  'app://evil\\@crm/index.html',
  'app://crm\\.evil/index.html',
  'app://crm%2eevil/index.html',
  'apps://crm/index.html',
  'xapp://crm/index.html',
  ' https://example.com',
  '//crm/index.html',
  '\\\\server\\share',
  'app://crm/\u0000',
  'app://crm/\nindex.html',
])('isOwnUrl refuses %j', url => {
  expect(isOwnUrl(url)).toBe(false)
})
