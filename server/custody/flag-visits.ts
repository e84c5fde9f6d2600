import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { type FlaggedVisit, findFlagged } from '../bookings/index.ts';
import type { Text } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { addNotices } from '../notices/index.ts';

export type Flags = { flagged: FlaggedVisit[]; cleared: FlaggedVisit[] };

/** Looks at the booked visits of a prisoner or a prison before a change, so that afterwards it is known which ones it touches. */
export async function watchVisits(
  trx: Knex.Transaction,
  asked: { now: DateTime; prisonerId?: string; prisonId?: string },
): Promise<{ look(): Promise<Flags> }> {
  const before = await findFlagged(trx, asked);
  return {
    async look() {
      const after = await findFlagged(trx, asked);
      return { flagged: without(after, before), cleared: without(before, after) };
    },
  };
}

/** Visits of the first list with the reasons that the other one does not have. */
function without(visits: readonly FlaggedVisit[], others: readonly FlaggedVisit[]): FlaggedVisit[] {
  return visits.flatMap(({ visit, reasons }) => {
    const known = others.find((other) => other.visit.id === visit.id)?.reasons ?? [];
    const own = reasons.filter(({ code }) => !known.some((reason) => reason.code === code));
    return own.length === 0 ? [] : [{ visit, reasons: own }];
  });
}

/** The family hears that its visit is looked at again; what it is about the prisoner is not for a notice. */
const onThePrisonersSide: Text = {
  zh: '服刑人员一方的情况有变化',
  en: 'something has changed on the prisoner’s side',
};

/** Tells the families whose visits a change has touched, before its ledger entry. */
export async function tellFamilies(
  trx: Knex.Transaction,
  foundation: Foundation,
  { flagged }: Flags,
): Promise<void> {
  for (const { visit } of flagged)
    await addNotices(trx, foundation, {
      to: 'everyone',
      kind: 'visit_needs_review',
      prisonId: visit.prison_id,
      bookingId: visit.id,
      facts: { reason: onThePrisonersSide },
    });
}

/** For whoever else changes what booked visits depend on: tells the families whose visits need review by it. */
export const watchFlaggedBy =
  (foundation: Foundation) =>
  async (
    trx: Knex.Transaction,
    asked: { now: DateTime; prisonerId: string },
  ): Promise<() => Promise<void>> => {
    const watch = await watchVisits(trx, asked);
    return async () => tellFamilies(trx, foundation, await watch.look());
  };
