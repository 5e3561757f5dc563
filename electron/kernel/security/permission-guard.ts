import type { Session } from 'electron'

/** Checklist 5: what a page asks of the system is refused; without handlers Electron would grant it. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}
