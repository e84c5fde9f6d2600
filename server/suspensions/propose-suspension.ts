import type { Knex } from 'knex';
import { v7 as newId } from 'uuid';
import { inTransaction } from '../../db/connection.ts';
import { peopleZone, toStoredTime } from '../clock.ts';
import { edgeRefusals, type StaffPrincipal, worksWith } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { nextNumber } from '../number-series.ts';
import { lockVisitors } from '../people/index.ts';
import { type VisitFacts, whyNotAgain, whyNotPropose } from './decide-suspension.ts';
import { loadMonthsAllowed, whyNotMonths } from './months-allowed.ts';
import { recordSuspension } from './record-suspension.ts';
import { suspensionRefusals } from './refusals.ts';
import type { ProposeBody } from './schema.ts';
import { type SuspensionRow, suspensionsAfterVisit, suspensionsTable } from './tables.ts';

/** 暂停 */
const numberPrefix = 'ZT';

/** Of the visits: the facts of one, or undefined where there is none. */
export type LoadVisitFacts = (db: Knex, visitId: string) => Promise<VisitFacts | undefined>;

/** The visit, for somebody who may see it: to another prison it does not exist. @throws Refusal */
export async function openVisit(
  db: Knex,
  loadVisitFacts: LoadVisitFacts,
  visitId: string,
  staff: Pick<StaffPrincipal, 'prisonId'>,
): Promise<VisitFacts> {
  const visit = await loadVisitFacts(db, visitId);
  if (visit === undefined || !worksWith(staff, visit.prisonId)) throw edgeRefusals.not_found();
  return visit;
}

/** Proposes to suspend visitors after a visit in which rules were broken: all of them or, if refused, none. @throws Refusal */
export async function proposeSuspension(
  foundation: Foundation,
  staff: StaffPrincipal,
  { visitId, loadVisitFacts }: { visitId: string; loadVisitFacts: LoadVisitFacts },
  { visitorIds, reasonCode, note, months }: ProposeBody,
): Promise<void> {
  const { db, clock } = foundation;
  await inTransaction(db, async (trx) => {
    const visit = await openVisit(trx, loadVisitFacts, visitId, staff);
    const refusal = whyNotPropose(visit, staff);
    if (refusal) throw refusal;
    // Under the lock: two who propose the same come one after the other.
    await lockVisitors(trx, visitorIds);
    const earlier = await suspensionsAfterVisit(trx, visitId);
    const now = clock.now();
    const { rules, ...allowed } = await loadMonthsAllowed(trx, visit.prisonId, now);
    const wrongMonths = whyNotMonths(months, allowed);
    if (wrongMonths) throw wrongMonths;
    for (const visitorId of visitorIds) {
      const visitor = visit.visitors.find(({ id }) => id === visitorId);
      if (visitor === undefined) throw suspensionRefusals.not_of_this_visit();
      const again = whyNotAgain(visitor, earlier);
      if (again) throw again;
      const suspension: SuspensionRow = {
        id: newId(),
        number: await nextNumber(trx, numberPrefix, now.setZone(peopleZone).year),
        prison_id: visit.prisonId,
        visit_id: visit.id,
        visit_number: visit.number,
        visit_starts_at: visit.startsAt,
        visitor_id: visitorId,
        reason_code: reasonCode,
        note,
        months,
        proposed_by: staff.id,
        proposed_at: toStoredTime(now),
      };
      await suspensionsTable(trx).insert(suspension);
      await recordSuspension(trx, foundation, {
        kind: 'suspension_proposed',
        staff,
        suspension,
        rules: rules.used(),
      });
    }
  });
}
