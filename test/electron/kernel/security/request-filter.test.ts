import { expect, test } from 'vitest'
import { isRequestAllowed } from '../../../../electron/kernel/security/request-filter.ts'

test.each(['app://crm/index.html', 'app://crm/assets/main.js', 'blob:app://crm/7b0f'])('%j is let through', url => {
  expect(isRequestAllowed(url, true)).toBe(true)
})

test.each([
  'http://127.0.0.1:5173/',
  'https://example.com/track.gif',
  'ws://localhost/',
  'file:///etc/passwd',
  'data:text/html,x',
  'blob:https://example.com/1',
  'blob:null/1',
  'app://other/index.html',
  'devtools://devtools/bundled/inspector.html',
  'chrome-extension://abc/x.js',
])('%j is cancelled when the program is packaged', url => {
  expect(isRequestAllowed(url, true)).toBe(false)
})

test('the developer tools load when the program is not packaged', () => {
  expect(isRequestAllowed('devtools://devtools/bundled/inspector.html', false)).toBe(true)
  expect(isRequestAllowed('https://example.com/', false)).toBe(false)
})
