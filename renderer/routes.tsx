import { createHashRouter, Navigate, type RouteObject } from 'react-router'
import { ContactsScreen } from './features/contacts/contacts-screen.tsx'
import { ImportScreen } from './features/imports/import-screen.tsx'
import { SettingsScreen } from './features/settings/settings-screen.tsx'
import { contactWindowRoutes } from './features/shell/contact-window-routes.tsx'
import { BrokenScreen, NotFoundScreen } from './features/shell/not-found-screen.tsx'
import { ShellFrame } from './features/shell/shell-frame.tsx'
import { TrashScreen } from './features/trash/trash-screen.tsx'
import { isContactWindow } from './kernel/contact-window.ts'
import { paths } from './kernel/paths.ts'

const pages: RouteObject[] = [
  { index: true, element: <Navigate to={paths.customers} replace /> },
  { path: `${paths.customers}/:id?`, element: <ContactsScreen /> },
  { path: paths.trash, element: <TrashScreen /> },
  { path: `${paths.import}/:actId?`, element: <ImportScreen /> },
  { path: `${paths.settings}/:section?`, element: <SettingsScreen /> },
  { path: '*', element: <NotFoundScreen /> },
]

/** All screens of an open vault, in the frame of this window. Made anew after each unlock, so that nothing of before is shown. */
export function createRouter() {
  if (isContactWindow()) return createHashRouter(contactWindowRoutes())
  return createHashRouter([
    {
      path: '/',
      element: <ShellFrame />,
      errorElement: <BrokenScreen />,
      children: [{ errorElement: <BrokenScreen />, children: pages }],
    },
  ])
}
