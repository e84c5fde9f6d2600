import type { ClosureReason, ClosureScope } from './codes.ts';
import type { OfficeDays } from './office-days.ts';

/** Hours on weekdays, from a day until a day: dates of Asia/Shanghai, which compare as text. */
export type RecurringHours = {
  /** ISO weekdays: 1 is Monday, 7 is Sunday. */
  weekdays: readonly number[];
  /** `08:30`; `24:00` ends the day. */
  opensAt: string;
  closesAt: string;
  /** Counted from the week of `validFrom`. */
  everyWeeks: number;
  openOnHolidays: boolean;
  validFrom: string;
  validTo: string | null;
};

/** When a prison has visits (场次模板), for which wards, and how many at once. */
export type Session = RecurringHours & {
  id: string;
  /** None is every ward. */
  wardIds: readonly string[];
  /** Null is as many as there are terminals. */
  capacity: number | null;
};

export type CentreHours = RecurringHours & { id: string };

/** From a moment until another; without an end what is taken out of use for good. */
export type Closure = {
  scope: ClosureScope;
  scopeId: string;
  from: string;
  until: string | null;
  /** None if it is out of use. */
  reason: ClosureReason | null;
};

/** All that decides when a visit to a prisoner of this prison can be: plain data, which is kept as it is with a decision. */
export type CalendarOfPrison = {
  prisonId: string;
  sessions: readonly Session[];
  /** None at all: the centre is open whenever the prison has visits. */
  centreHours: readonly CentreHours[];
  /** Of the prison and its terminals, and of the centre and its rooms; lifted ones end where they were lifted. */
  closures: readonly Closure[];
  officeDays: OfficeDays;
};
