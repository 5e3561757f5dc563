import { type LoaderFunctionArgs, type RouteObject, redirect, replace } from 'react-router'
import { showInMainWindow } from '../../kernel/contact-window.ts'
import { contactWindowPath, paths } from '../../kernel/paths.ts'
import { ContactWindowFrame } from './contact-window-frame.tsx'
import { windowPlace } from './contact-window-place.ts'
import { ContactWindowScreen } from './contact-window-screen.tsx'
import { BrokenScreen } from './not-found-screen.tsx'

/** Pages of a window about one customer. Links to customers stay in it; every other one is followed in the main window. */
export function contactWindowRoutes(): RouteObject[] {
  const pages: RouteObject[] = [
    { path: `${paths.contactWindow}/:id`, element: <ContactWindowScreen /> },
    { path: `${paths.customers}/:id`, loader: ({ params }) => redirect(contactWindowPath(params['id'] ?? '')) },
    { path: '*', loader: followInMain },
  ]
  return [
    {
      path: '/',
      element: <ContactWindowFrame />,
      errorElement: <BrokenScreen />,
      children: [{ errorElement: <BrokenScreen />, children: pages }],
    },
  ]
}

function followInMain({ request }: LoaderFunctionArgs): Response {
  const { pathname, search } = new URL(request.url)
  void showInMainWindow(`${pathname}${search}`)
  return replace(windowPlace())
}
