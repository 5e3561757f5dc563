import type { Session } from 'electron'
import { expect, test } from 'vitest'
import { denyPermissions } from '../../../../electron/kernel/security/permission-guard.ts'

const asked = [
  'media',
  'geolocation',
  'notifications',
  'clipboard-read',
  'clipboard-sanitized-write',
  'fullscreen',
  'usb',
  'serial',
]

test.each(asked)('%s is refused when asked for and when checked', permission => {
  type Request = (contents: null, permission: string, answer: (granted: boolean) => void) => void
  const handlers: { request?: Request; check?: (...args: unknown[]) => boolean; device?: (...args: unknown[]) => boolean } = {}
  const session = {
    setPermissionRequestHandler: (handler: Request) => {
      handlers.request = handler
    },
    setPermissionCheckHandler: (handler: () => boolean) => {
      handlers.check = handler
    },
    setDevicePermissionHandler: (handler: () => boolean) => {
      handlers.device = handler
    },
  }
  // the guard sets these three handlers and nothing else
  denyPermissions(session as unknown as Session)

  const answers: boolean[] = []
  handlers.request?.(null, permission, granted => answers.push(granted))
  expect(answers).toEqual([false])
  expect(handlers.check?.(null, permission)).toBe(false)
  expect(handlers.device?.({ deviceType: permission })).toBe(false)
})
