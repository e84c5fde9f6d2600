import { createBrowserRouter, Outlet } from 'react-router';
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
    path: '/kiosk',
    errorElement: <PageFailed />,
    lazy: async () => ({ Component: (await import('./kiosk/kiosk-page.tsx')).KioskPage }),
    HydrateFallback: () => null,
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import('./kiosk/own-applications.tsx')).OwnApplications }),
      },
      {
        path: 'applications/:applicationId',
        lazy: async () => ({
          Component: (await import('./kiosk/application-screen.tsx')).ApplicationScreen,
        }),
      },
      {
        path: 'applications/:applicationId/papers',
        lazy: async () => ({ Component: (await import('./kiosk/papers-screen.tsx')).PapersScreen }),
      },
      {
        path: 'applications/:applicationId/again',
        lazy: async () => ({ Component: (await import('./kiosk/ask-again-screen.tsx')).AskAgainScreen }),
      },
      {
        path: '*',
        lazy: async () => ({ Component: (await import('./kiosk/own-applications.tsx')).OwnApplications }),
      },
    ],
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
          {
            index: true,
            lazy: async () => ({ Component: (await import('./desk/desk-page.tsx')).DeskPage }),
          },
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
            path: 'applications/drafts',
            lazy: async () => ({
              Component: (await import('./applications/drafts/drafts-page.tsx')).DraftsPage,
            }),
          },
          {
            path: 'assistance',
            lazy: async () => ({
              Component: (await import('./assistance/sessions-page.tsx')).SessionsPage,
            }),
          },
          {
            path: 'visits/:visitId/assistance',
            lazy: async () => ({
              Component: (await import('./assistance/record-page.tsx')).RecordPage,
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
            path: 'applications/:applicationId/decisions',
            lazy: async () => ({
              Component: (await import('./applications/decisions-page.tsx')).DecisionsPage,
            }),
          },
          {
            path: 'applications/:applicationId/receipt',
            lazy: async () => ({
              Component: (await import('./applications/receipt/receipt-page.tsx')).ReceiptPage,
            }),
          },
          {
            path: 'stations',
            lazy: async () => ({
              Component: (await import('./administration/stations-page.tsx')).StationsPage,
            }),
          },
          {
            path: 'applications/:applicationId/booking',
            lazy: async () => ({ Component: (await import('./bookings/book-page.tsx')).BookPage }),
          },
          {
            path: 'bookings',
            lazy: async () => ({ Component: (await import('./bookings/bookings-page.tsx')).BookingsPage }),
          },
          {
            path: 'bookings/:bookingId',
            lazy: async () => ({ Component: (await import('./bookings/booking-page.tsx')).BookingPage }),
          },
          {
            path: 'bookings/:bookingId/notice',
            lazy: async () => ({ Component: (await import('./bookings/notice-page.tsx')).NoticePage }),
          },
          {
            path: 'waiting-list',
            lazy: async () => ({
              Component: (await import('./waiting-list/waiting-list-page.tsx')).WaitingListPage,
            }),
          },
          {
            path: 'prisoners',
            lazy: async () => ({ Component: (await import('./prisoners/prisoners-page.tsx')).PrisonersPage }),
          },
          {
            path: 'prisoners/import',
            lazy: async () => ({ Component: (await import('./prisoners/import-page.tsx')).ImportPage }),
          },
          {
            path: 'prisoners/:prisonerId',
            lazy: async () => ({ Component: (await import('./prisoners/prisoner-page.tsx')).PrisonerPage }),
          },
          {
            path: 'flagged-bookings',
            lazy: async () => ({ Component: (await import('./bookings/flagged-page.tsx')).FlaggedPage }),
          },
          {
            path: 'visits',
            lazy: async () => ({ Component: (await import('./visits/visits-page.tsx')).VisitsPage }),
          },
          {
            path: 'visits/:visitId',
            lazy: async () => ({ Component: (await import('./visits/visit-page.tsx')).VisitPage }),
          },
          {
            path: 'visits/:visitId/check-in',
            lazy: async () => ({ Component: (await import('./check-in/check-in-page.tsx')).CheckInPage }),
          },
          {
            path: 'visits/:visitId/supervise',
            lazy: async () => ({
              Component: (await import('./supervision/supervision-page.tsx')).SupervisionPage,
            }),
          },
          {
            path: 'visits/:visitId/recording',
            lazy: async () => ({ Component: (await import('./recordings/replay-page.tsx')).ReplayPage }),
          },
          {
            path: 'notices/:noticeId',
            lazy: async () => ({ Component: (await import('./notices/notice-page.tsx')).NoticePage }),
          },
          {
            path: 'messages',
            lazy: async () => ({ Component: (await import('./notices/messages-page.tsx')).MessagesPage }),
          },
          {
            path: 'messages/:transferId',
            lazy: async () => ({ Component: (await import('./notices/transfer-page.tsx')).TransferPage }),
          },
          {
            path: 'office-contact',
            lazy: async () => ({
              Component: (await import('./notices/office-contact-page.tsx')).OfficeContactPage,
            }),
          },
          {
            path: 'day-lists',
            lazy: async () => ({ Component: (await import('./day-lists/day-lists-page.tsx')).DayListsPage }),
          },
          {
            path: 'day-lists/:prisonId/:day',
            lazy: async () => ({ Component: (await import('./day-lists/day-list-page.tsx')).DayListPage }),
          },
          {
            path: 'quota',
            lazy: async () => ({ Component: (await import('./quota/quota-page.tsx')).QuotaSearchPage }),
          },
          {
            path: 'quota/:prisonerId',
            lazy: async () => ({ Component: (await import('./quota/quota-page.tsx')).QuotaPage }),
          },
          {
            path: 'makeups',
            lazy: async () => ({ Component: (await import('./quota/makeups-page.tsx')).MakeupsPage }),
          },
          {
            path: 'suspensions',
            lazy: async () => ({
              Component: (await import('./suspensions/suspensions-page.tsx')).SuspensionsPage,
            }),
          },
          {
            path: 'suspensions/:suspensionId',
            lazy: async () => ({
              Component: (await import('./suspensions/suspension-page.tsx')).SuspensionPage,
            }),
          },
          {
            path: 'suspensions/:suspensionId/notice',
            lazy: async () => ({
              Component: (await import('./suspensions/notice-page.tsx')).SuspensionNoticePage,
            }),
          },
          {
            path: 'calendar',
            lazy: async () => ({ Component: (await import('./calendar/calendar-page.tsx')).CalendarPage }),
          },
          {
            path: 'calendar/closures',
            lazy: async () => ({ Component: (await import('./calendar/closures-page.tsx')).ClosuresPage }),
          },
          {
            path: 'calendar/centre',
            lazy: async () => ({ Component: (await import('./calendar/centre-page.tsx')).CentrePage }),
          },
          {
            path: 'places',
            lazy: async () => ({ Component: (await import('./administration/places-page.tsx')).PlacesPage }),
          },
          {
            path: 'staff',
            lazy: async () => ({ Component: (await import('./administration/staff-page.tsx')).StaffPage }),
          },
          {
            path: 'holidays',
            lazy: async () => ({
              Component: (await import('./administration/holidays-page.tsx')).HolidaysPage,
            }),
          },
          {
            path: 'ledger',
            lazy: async () => ({ Component: (await import('./ledger/ledger-page.tsx')).LedgerPage }),
          },
          {
            path: 'rules',
            lazy: async () => ({ Component: (await import('./administration/rules-page.tsx')).RulesPage }),
          },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
]);
