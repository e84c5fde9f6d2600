import { createBrowserRouter, Navigate, Outlet } from 'react-router';
import { LookAndLocale } from './language/index.ts';
import { NotFoundPage } from './shell/not-found-page.tsx';
import { PageFailed } from './shell/page-failed.tsx';
import { SessionGate } from './shell/session-gate.tsx';

/** One line a page. Pages are loaded when they are opened. */
export const router = createBrowserRouter([
  {
    path: '/visit-room',
    errorElement: <PageFailed />,
    lazy: async () => ({ Component: (await import('./visit-room/visit-room-page.tsx')).VisitRoomPage }),
    HydrateFallback: () => null,
  },
  {
    element: (
      <LookAndLocale size="desk">
        <Outlet />
      </LookAndLocale>
    ),
    errorElement: <PageFailed />,
    HydrateFallback: () => null,
    children: [
      {
        element: <SessionGate />,
        children: [
          { index: true, element: <Navigate to="/visits" replace /> },
          {
            path: 'stations',
            lazy: async () => ({
              Component: (await import('./administration/stations-page.tsx')).StationsPage,
            }),
          },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
]);
