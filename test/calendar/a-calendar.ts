import {
  type CalendarOfPrison,
  noOfficeDays,
  type OfficeDays,
  type Session,
} from '../../server/calendar/index.ts';

export const ward = 'ward-1';

/** Tuesdays, 08:30 to 11:30, for every ward, unless said otherwise. */
export function aSession(changed: Partial<Session> = {}): Session {
  return {
    id: 'session',
    weekdays: [2],
    opensAt: '08:30',
    closesAt: '11:30',
    everyWeeks: 1,
    openOnHolidays: false,
    validFrom: '2026-01-01',
    validTo: null,
    wardIds: [],
    capacity: null,
    ...changed,
  };
}

export function calendarOf(
  sessions: Session[],
  rest: Partial<CalendarOfPrison> = {},
  officeDays: OfficeDays = noOfficeDays,
): CalendarOfPrison {
  return { prisonId: 'wujiawa', sessions, centreHours: [], closures: [], officeDays, ...rest };
}
