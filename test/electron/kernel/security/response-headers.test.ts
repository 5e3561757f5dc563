import { expect, test } from 'vitest'
import { baseHeaders, contentSecurityPolicy } from '../../../../electron/kernel/security/response-headers.ts'

test('the policy allows our own files and styles with the nonce, nothing inline and nothing remote', () => {
  expect(contentSecurityPolicy('abc').split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'nonce-abc'",
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ])
})

test('every answer carries the headers that keep others out', () => {
  expect(baseHeaders()).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  })
  expect(baseHeaders()['permissions-policy']).toContain('camera=()')
})
