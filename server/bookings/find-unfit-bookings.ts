import type { Knex } from 'knex';
import { nothingAgainstPapers } from '../applications/index.ts';
import { type CalendarOfPrison, findSlot, loadCalendar } from '../calendar/index.ts';
import { fromStoredTime, toStoredTime } from '../clock.ts';
import type { Custody } from '../custody/index.ts';
import { countUse, monthOf, type QuotaUse } from '../quota/index.ts';
import type { RuleQuestion, Rules, UnfitBooking } from '../rules/index.ts';
import { type ComingVisit, loadComingVisits } from './coming-visits.ts';
import { decideBooking, type Taken } from './decide-booking.ts';
import { bookingRulesOf } from './gather-facts.ts';
import { makeupAsBooked } from './makeup.ts';
import { reasonsOfPeople } from './reasons-of-people.ts';
import { type BookingReason, refusalOf } from './refusals.ts';
import { shortenFound } from './shorten-slot.ts';

/**
 * The booked visits from a change of the rules on that fit the rules of their day without the change, and would not fit
 * with it. Decided as if each were booked when the change comes into force; being booked already, none is too soon.
 */
export async function findUnfitBookings(
  db: Knex,
  { from, until, scope, before, after }: RuleQuestion,
): Promise<{ lookedAt: number; unfit: UnfitBooking[] }> {
  const all = await loadComingVisits(db, from);
  const first = toStoredTime(from);
  const end = until && toStoredTime(until);
  const scopeIdOf = { all: () => '', prison: prisonOf, grade: gradeOf, category: categoryOf }[scope.kind];
  const lookedAt = all.filter(
    (visit) =>
      visit.state === 'booked' &&
      visit.starts_at >= first &&
      (end === null || visit.starts_at < end) &&
      scopeIdOf(visit) === scope.id,
  );
  const calendars = new Map<string, CalendarOfPrison>();
  for (const prisonId of new Set(lookedAt.map(prisonOf)))
    calendars.set(prisonId, await loadCalendar(db, prisonId, { from }));
  const last = fromStoredTime(all.at(-1)?.starts_at ?? first);
  const use = await countUse(db, { from: monthOf(from), to: monthOf(last) });
  const unfit = lookedAt.flatMap((visit) => {
    const context = {
      at: fromStoredTime(visit.starts_at),
      prisonId: visit.prison_id,
      grade: visit.grade,
      category: visit.category,
    };
    const calendar = calendars.get(visit.prison_id);
    if (calendar === undefined) return [];
    const known = { from, all, use, calendar };
    const anyway = new Set(reasonsAgainst(visit, known, before(context)).map(({ code }) => code));
    const [reason] = reasonsAgainst(visit, known, after(context)).filter(({ code }) => !anyway.has(code));
    if (reason === undefined) return [];
    const { id: bookingId, number, prison_id: prisonId, starts_at: startsAt } = visit;
    return { bookingId, number, prisonId, startsAt, reason: refusalOf(reason) };
  });
  return { lookedAt: lookedAt.length, unfit };
}

type Known = {
  from: RuleQuestion['from'];
  all: readonly ComingVisit[];
  use: QuotaUse;
  calendar: CalendarOfPrison;
};

/** Why a booked visit does not fit these rules: of its time and places the first reason, and each of its people. */
function reasonsAgainst(visit: ComingVisit, known: Known, rules: Rules): BookingReason[] {
  const values = {
    ...bookingRulesOf(rules),
    minLeadWorkingDays: 0,
    urgentMinLeadWorkingDays: 0,
    // A visit stays in the quota or outside it, as it was booked.
    makeupOutsideQuota: Boolean(visit.outside_quota),
  };
  const startsAt = fromStoredTime(visit.starts_at);
  const { calendar } = known;
  const decision = decideBooking(
    {
      now: known.from,
      kind: visit.kind,
      urgency: 'none',
      otherBooking: undefined,
      calendar,
      wardId: visit.ward_id,
      // No rule changes how many visits a session takes.
      sessionVisits: [],
      slot: shortenFound(
        findSlot(calendar, startsAt, { ...values, wardId: visit.ward_id }),
        visit.approvedMinutes,
      ),
      wantedAt: startsAt,
      quota: {
        ...known.use.of(visit.prisoner_id, monthOf(startsAt)),
        remote: earlierInMonth(visit, known.all),
      },
      makeup: makeupAsBooked(visit),
      taken: takenByOthers(visit, known.all),
      // No rule changes who is suspended, where a prisoner is, or whether the room is step-free.
      suspensions: [],
      prisonId: visit.prison_id,
      custody: nothingBars(visit),
      papers: nothingAgainstPapers,
      mobilityNeeds: [],
      visitRoom: { id: visit.visit_room_id, stepFree: true },
      terminal: { id: visit.terminal_id },
    },
    values,
  );
  return [...('refused' in decision ? [decision.refused] : []), ...reasonsOfPeople(visit, rules)];
}

/** Of a month that would have too many visits, the first ones fit: a visit is held against those before it. */
function earlierInMonth(visit: ComingVisit, all: readonly ComingVisit[]): number {
  const month = monthOf(fromStoredTime(visit.starts_at));
  return all.filter(
    (other) =>
      other.prisoner_id === visit.prisoner_id &&
      other.kind === 'family_visit' &&
      !other.outside_quota &&
      other.starts_at < visit.starts_at &&
      monthOf(fromStoredTime(other.starts_at)) === month,
  ).length;
}

/** What visits that begin within a day have taken of what this one needs: no visit is longer. */
function takenByOthers(visit: ComingVisit, all: readonly ComingVisit[]): Taken[] {
  const startsAt = fromStoredTime(visit.starts_at);
  const [dayBefore, dayAfter] = [startsAt.minus({ days: 1 }), startsAt.plus({ days: 1 })].map(toStoredTime);
  const needed = new Set(subjectsOf(visit).map(({ id }) => id));
  return all
    .filter(
      (other) =>
        other.id !== visit.id &&
        other.state !== 'ended' &&
        other.starts_at > (dayBefore ?? '') &&
        other.starts_at < (dayAfter ?? ''),
    )
    .flatMap((other) =>
      subjectsOf(other)
        .filter(({ id }) => needed.has(id))
        .map(({ kind, id }) => ({
          subjectKind: kind,
          subjectId: id,
          from: fromStoredTime(other.starts_at),
          until: fromStoredTime(other.occupied_until),
        })),
    );
}

function subjectsOf(visit: ComingVisit): { kind: Taken['subjectKind']; id: string }[] {
  return [
    { kind: 'prisoner', id: visit.prisoner_id },
    { kind: 'visit_room', id: visit.visit_room_id },
    { kind: 'terminal', id: visit.terminal_id },
    ...visit.visitors.map(({ id }) => ({ kind: 'visitor' as const, id })),
  ];
}

/** As if the prisoner were held in the prison of the visit, and nothing barred visits. */
const nothingBars = ({ prisoner_id: prisonerId, prison_id: prisonId }: ComingVisit): Custody => ({
  prisonerId,
  prisonId,
  prisonName: { zh: '', en: '' },
  state: 'held',
  since: null,
  bars: [],
});
const prisonOf = (visit: ComingVisit) => visit.prison_id;
const gradeOf = (visit: ComingVisit) => visit.grade;
const categoryOf = (visit: ComingVisit) => visit.category;
