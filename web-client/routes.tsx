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
            path: 'applications',
            lazy: async () => ({
              Component: (await import('./applications/applications-page.tsx')).ApplicationsPage,
            }),
          },
          {
            path: 'applications/new',
            lazy: async () => ({
              Component: (await import('./applications/new/new-application-page.tsx')).NewApplicationPage,
            }),
          },
          {
            path: 'applications/:applicationId',
            lazy: async () => ({
              Component: (await import('./applications/application-page.tsx')).ApplicationPage,
            }),
          },
          {
            path: 'applications/:applicationId/documents',
            lazy: async () => ({
              Component: (await import('./applications/documents/documents-page.tsx')).DocumentsPage,
            }),
          },
          {
            path: 'applications/:applicationId/receipt',
            lazy: async () => ({
              Component: (await import('./applications/receipt-page.tsx')).ReceiptPage,
            }),
          },
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
