import type { Role } from '../../server/edge/access.ts';

export type MenuEntry = {
  path: string;
  text:
    | 'menuDesk'
    | 'menuApplications'
    | 'menuNewApplication'
    | 'menuBookings'
    | 'menuVisits'
    | 'menuDayLists'
    | 'menuMessages'
    | 'menuOfficeContact'
    | 'menuWaitingList'
    | 'menuAssistance'
    | 'menuQuota'
    | 'menuMakeups'
    | 'menuPrisoners'
    | 'menuFlagged'
    | 'menuSuspensions'
    | 'menuLedger'
    | 'menuCalendar'
    | 'menuPlaces'
    | 'menuStaff'
    | 'menuHolidays'
    | 'menuStations'
    | 'menuRules';
  who: readonly Role[];
};

const caseRoles: readonly Role[] = [
  'district_officer',
  'district_supervisor',
  'prison_officer',
  'prison_approver',
  'auditor',
];

/** Comfort only: what a role may do is decided by the server at every request. */
export const menuEntries: readonly MenuEntry[] = [
  { path: '/', text: 'menuDesk', who: [...caseRoles, 'administrator'] },
  { path: '/visits', text: 'menuVisits', who: caseRoles },
  { path: '/applications', text: 'menuApplications', who: caseRoles },
  { path: '/applications/new', text: 'menuNewApplication', who: ['district_officer'] },
  { path: '/bookings', text: 'menuBookings', who: caseRoles },
  { path: '/waiting-list', text: 'menuWaitingList', who: caseRoles },
  { path: '/assistance', text: 'menuAssistance', who: caseRoles },
  { path: '/day-lists', text: 'menuDayLists', who: caseRoles },
  {
    path: '/messages',
    text: 'menuMessages',
    who: ['district_officer', 'district_supervisor', 'auditor'],
  },
  { path: '/quota', text: 'menuQuota', who: ['district_officer', 'prison_officer', 'prison_approver'] },
  { path: '/makeups', text: 'menuMakeups', who: caseRoles },
  { path: '/flagged-bookings', text: 'menuFlagged', who: caseRoles },
  { path: '/prisoners', text: 'menuPrisoners', who: caseRoles },
  { path: '/suspensions', text: 'menuSuspensions', who: caseRoles },
  { path: '/ledger', text: 'menuLedger', who: caseRoles },
  { path: '/office-contact', text: 'menuOfficeContact', who: ['district_supervisor', 'administrator'] },
  { path: '/calendar', text: 'menuCalendar', who: caseRoles },
  { path: '/places', text: 'menuPlaces', who: ['administrator'] },
  { path: '/staff', text: 'menuStaff', who: ['administrator'] },
  { path: '/stations', text: 'menuStations', who: ['administrator'] },
  { path: '/holidays', text: 'menuHolidays', who: ['administrator', 'auditor'] },
  { path: '/rules', text: 'menuRules', who: [...caseRoles, 'administrator'] },
];

export const menuOf = (role: Role): MenuEntry[] => menuEntries.filter(({ who }) => who.includes(role));

/** The entry whose page is open: the longest path that the address starts with. */
export function openEntry(address: string): string | undefined {
  return menuEntries
    .map(({ path }) => path)
    .filter((path) => address === path || address.startsWith(`${path}/`))
    .sort((one, other) => other.length - one.length)[0];
}
