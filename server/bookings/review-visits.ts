import type { Knex } from 'knex';
import { loadPaperFacts, nothingAgainstPapers } from '../applications/index.ts';
import { type CalendarOfPrison, findSlot, loadCalendar } from '../calendar/index.ts';
import { dayOf, fromStoredTime } from '../clock.ts';
import { loadCustody } from '../custody/index.ts';
import { countUse, monthOf } from '../quota/index.ts';
import { loadRuleBook } from '../rules/index.ts';
import { barsOf } from '../suspensions/index.ts';
import type { ComingVisit } from './coming-visits.ts';
import { type BookingFacts, reasonsAgainstBooked } from './decide-booking.ts';
import { countEarlier } from './earlier-visits.ts';
import { bookingRulesOf } from './gather-facts.ts';
import { makeupAsBooked } from './makeup.ts';
import { reasonsOfPeople } from './reasons-of-people.ts';
import type { BookingReason } from './refusals.ts';
import { loadSessionVisits } from './session-visits.ts';
import { shortenFound } from './shorten-slot.ts';

/** So many at once that no statement has more values than a database takes. */
const atOnce = 500;

/** The calendar of a prison as somebody thinks of changing it. */
type ChangeCalendar = (calendar: CalendarOfPrison) => CalendarOfPrison;

/**
 * Decides booked visits anew, with the facts of today and the rules of the day of each: every reason why it would not be
 * booked as it is; or would not, if the calendar were changed. How long before it was booked does not matter any more. The
 * number of queries does not grow with the number of visits.
 */
export async function reviewVisits(
  db: Knex,
  visits: readonly ComingVisit[],
  change: ChangeCalendar = (calendar) => calendar,
): Promise<Map<string, BookingReason[]>> {
  const reviewed = new Map<string, BookingReason[]>();
  for (let n = 0; n < visits.length; n += atOnce) {
    const batch = visits.slice(n, n + atOnce);
    const factsOf = await gatherFactsOf(db, batch, change);
    const rulesAt = await loadRuleBook(db);
    for (const visit of batch) {
      const { prison_id: prisonId, grade, category } = visit;
      const rules = rulesAt({ at: fromStoredTime(visit.starts_at), prisonId, grade, category });
      // A visit stays in the quota or outside it, as it was booked.
      const values = { ...bookingRulesOf(rules), makeupOutsideQuota: Boolean(visit.outside_quota) };
      const startsAt = fromStoredTime(visit.starts_at);
      const booked = { startsAt, endsAt: fromStoredTime(visit.ends_at) };
      const reasons = reasonsAgainstBooked(booked, factsOf(visit, values), values);
      reviewed.set(visit.id, [...reasons, ...reasonsOfPeople(visit, rules)]);
    }
  }
  return reviewed;
}

/** One query of a kind for all visits; then the facts of each. */
async function gatherFactsOf(
  db: Knex,
  visits: readonly ComingVisit[],
  change: ChangeCalendar,
): Promise<(visit: ComingVisit, grid: ReturnType<typeof bookingRulesOf>) => BookingFacts> {
  const custody = await loadCustody(
    db,
    visits.map((visit) => visit.prisoner_id),
  );
  const suspensions = await barsOf(
    db,
    visits.flatMap(({ visitors }) => visitors.map(({ id }) => id)),
  );
  const calendars = await loadCalendars(db, visits, change);
  const visitRooms: { id: string; step_free: boolean | 0 | 1 }[] = await db('visit_rooms').select(
    'id',
    'step_free',
  );
  const terminals: { id: string; prison_id: string }[] = await db('terminals').select('id', 'prison_id');
  const earlierVisits = await countEarlier(db, visits);
  const months = visits.map((visit) => monthOf(fromStoredTime(visit.starts_at))).sort();
  const prisonerIds = visits.map((visit) => visit.prisoner_id);
  const use = await countUse(db, { prisonerIds, from: months.at(0) ?? '', to: months.at(-1) ?? '' });
  const firstDay = dayOf(fromStoredTime(visits[0]?.starts_at ?? ''));
  const applications = visits.map((visit) => ({ id: visit.application_id, prisonerId: visit.prisoner_id }));
  const papers = await loadPaperFacts(db, applications, firstDay);

  return (visit, grid) => {
    const startsAt = fromStoredTime(visit.starts_at);
    const visitRoom = visitRooms.find(({ id }) => id === visit.visit_room_id);
    const heldAt = custody.get(visit.prisoner_id);
    const known = calendars.get(visit.prison_id);
    if (heldAt === undefined || known === undefined) throw new Error(`booking ${visit.id} has no prisoner`);
    const { calendar, sessionVisits } = known;
    const wardId = visit.ward_id;
    return {
      now: startsAt,
      kind: visit.kind,
      urgency: 'none',
      papers: papers.get(visit.application_id) ?? nothingAgainstPapers,
      otherBooking: undefined,
      calendar,
      wardId,
      // Of a session with too many visits those that were booked first fit: ids grow with time.
      sessionVisits: sessionVisits.filter(({ bookingId }) => bookingId < visit.id),
      slot: shortenFound(findSlot(calendar, startsAt, { ...grid, wardId }), visit.approvedMinutes),
      wantedAt: startsAt,
      quota: { ...use.of(visit.prisoner_id, monthOf(startsAt)), remote: earlierVisits(visit) },
      makeup: makeupAsBooked(visit),
      // Nobody else has them: they are this visit's own.
      taken: [],
      suspensions: suspensions.filter(({ visitorId }) => visit.visitors.some(({ id }) => id === visitorId)),
      prisonId: visit.prison_id,
      custody: heldAt,
      mobilityNeeds: visit.mobilityNeeds,
      visitRoom: visitRoom && { id: visitRoom.id, stepFree: Boolean(visitRoom.step_free) },
      terminal: terminals.find(
        ({ id, prison_id: prisonId }) => id === visit.terminal_id && prisonId === visit.prison_id,
      ),
    };
  };
}

type KnownCalendar = {
  calendar: CalendarOfPrison;
  sessionVisits: Awaited<ReturnType<typeof loadSessionVisits>>;
};

/** Of each prison, from its first of these visits on. They come in the order of their time. */
async function loadCalendars(
  db: Knex,
  visits: readonly ComingVisit[],
  change: ChangeCalendar,
): Promise<Map<string, KnownCalendar>> {
  const calendars = new Map<string, KnownCalendar>();
  for (const prisonId of new Set(visits.map((visit) => visit.prison_id))) {
    const times = visits.filter((visit) => visit.prison_id === prisonId).map((visit) => visit.starts_at);
    const from = fromStoredTime(times.at(0) ?? '');
    const to = fromStoredTime(times.at(-1) ?? '');
    const calendar = change(await loadCalendar(db, prisonId, { from }));
    const sessionVisits = await loadSessionVisits(db, calendar, { from, to, except: undefined });
    calendars.set(prisonId, { calendar, sessionVisits });
  }
  return calendars;
}
