import { expect, test } from 'vitest'
import { toAppAddress, toPageAddress, toPageHeader } from './app-addresses.ts'

test.each([
  ['app://crm/index.html#/contacts', 'https://crm.app/index.html#/contacts'],
  ['blob:app://crm/1-2', 'blob:https://crm.app/1-2'],
  ['about:blank', 'about:blank'],
  ['app://crm.evil/', 'app://crm.evil/'],
])('%s is told to the browser as %s, and back', (app, page) => {
  expect(toPageAddress(app)).toBe(page)
  expect(toAppAddress(page)).toBe(app)
})

test('a host that only begins like ours stays what it is', () => {
  expect(toAppAddress('https://crm.app.evil.example/')).toBe('https://crm.app.evil.example/')
  expect(toAppAddress('https://crm.app@evil.example/')).toBe('https://crm.app@evil.example/')
})

test('headers that name the origin or the scheme name the page’s', () => {
  expect(toPageHeader("img-src 'self' app://crm blob:; font-src app:")).toBe(
    "img-src 'self' https://crm.app blob:; font-src https://crm.app",
  )
})
