import type { Knex } from 'knex';
import { barAtTheGate, loadBooking } from '../bookings/index.ts';
import { dayOf, fromStoredTime } from '../clock.ts';
import { edgeRefusals } from '../edge/index.ts';
import { isMinor, loadVisitors, visitorSubject } from '../people/index.ts';
import type { Sealing } from '../secrets/index.ts';
import { type Change, decideCheckIn, type Officer, refusalOf } from '../visits/index.ts';
import { checkInRefusals } from './refusals.ts';
import type { CheckInVisitorsBody } from './schema.ts';
import { identityChecksTable, undertakingsTable } from './tables.ts';
import { undertaking } from './undertaking.ts';

/** On the day of the visit, in Asia/Shanghai. */
export const isAdultAt = (bornOn: string, startsAt: string) =>
  !isMinor(bornOn, dayOf(fromStoredTime(startsAt)));

/**
 * The district officer has seen these visitors' papers and their signatures. With the last visitor the district's key turns.
 */
export function checkInVisitors(
  { visitors, textVersion }: CheckInVisitorsBody,
  { by, at, sealing }: { by: Officer; at: string; sealing: Sealing },
): Change {
  return {
    async prepare(trx, { state, plan }) {
      const refused = decideCheckIn('district', state, plan, at);
      if (refused) throw refusalOf(refused, plan);
      if (textVersion !== undertaking.version) throw checkInRefusals.undertaking_changed();
      const booking = await loadBooking(trx, plan.visitId);
      if (!booking) throw edgeRefusals.not_found();
      const barred = await barAtTheGate(trx, plan.visitId);
      if (barred) throw barred;
      const people = await loadVisitors(trx, booking.visitorIds);
      const checked = await checkedVisitors(trx, plan.visitId);

      const subjects = visitors.map(({ visitorId, undertakingSigned }) => {
        const person = booking.visitorIds.includes(visitorId) ? people.get(visitorId) : undefined;
        if (!person) throw checkInRefusals.not_a_visitor();
        if (checked.has(visitorId)) throw checkInRefusals.visitor_already_checked();
        if (!undertakingSigned && isAdultAt(person.born_on, plan.startsAt)) {
          throw checkInRefusals.undertaking_needed();
        }
        checked.add(visitorId);
        return visitorSubject(sealing, person);
      });
      await insertChecks(trx, plan.visitId, visitors, { by, at });
      return {
        type: 'checked',
        at,
        by,
        subjects,
        facts: {
          visitors: visitors.map(({ visitorId, method, undertakingSigned }) => ({
            id: visitorId,
            method,
            undertaking: undertakingSigned ? textVersion : null,
          })),
        },
        complete: booking.visitorIds.every((id) => checked.has(id)),
      };
    },
  };
}

async function checkedVisitors(trx: Knex.Transaction, visitId: string): Promise<Set<string>> {
  const ids: string[] = await identityChecksTable(trx)
    .where({ visit_id: visitId, subject_kind: 'visitor' })
    .pluck('subject_id');
  return new Set(ids);
}

async function insertChecks(
  trx: Knex.Transaction,
  visitId: string,
  visitors: CheckInVisitorsBody['visitors'],
  { by, at }: { by: Officer; at: string },
): Promise<void> {
  await identityChecksTable(trx).insert(
    visitors.map(({ visitorId, method }) => ({
      visit_id: visitId,
      subject_kind: 'visitor' as const,
      subject_id: visitorId,
      method,
      checked_by: by.id,
      checked_at: at,
    })),
  );
  // A key that was turned back leaves what was signed.
  const signed: string[] = await undertakingsTable(trx).where({ visit_id: visitId }).pluck('visitor_id');
  const signing = visitors.filter((one) => one.undertakingSigned && !signed.includes(one.visitorId));
  if (signing.length === 0) return;
  await undertakingsTable(trx).insert(
    signing.map(({ visitorId }) => ({
      visit_id: visitId,
      visitor_id: visitorId,
      text_version: undertaking.version,
      signed_at: at,
      witnessed_by: by.id,
    })),
  );
}
