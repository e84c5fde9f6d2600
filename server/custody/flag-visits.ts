import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { v7 as newId } from 'uuid';
import { type FlaggedVisit, findFlagged } from '../bookings/index.ts';
import type { Text } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { addNotices } from '../notices/index.ts';

type Visit = FlaggedVisit['visit'];

/** What a change makes of booked visits. */
export type Flags = {
  /** Each with what stands against it now and did not before. */
  flagged: FlaggedVisit[];
  /** Each with what does not stand against it any more. */
  cleared: FlaggedVisit[];
  /** Visits that stood, and need review now. */
  stopped: Visit[];
  /** Visits that needed review, and stand now. */
  free: Visit[];
};

/** Looks at the booked visits of a prisoner or a prison before a change, so that afterwards it is known which ones it touches. */
export async function watchVisits(
  trx: Knex.Transaction,
  asked: { now: DateTime; prisonerId?: string; prisonId?: string },
): Promise<{ look(): Promise<Flags> }> {
  const before = await findFlagged(trx, asked);
  return {
    async look() {
      const after = await findFlagged(trx, asked);
      return {
        flagged: newReasons(before, after),
        cleared: newReasons(after, before),
        stopped: notAmong(before, after),
        free: notAmong(after, before),
      };
    },
  };
}

/** Visits of the second list with the reasons that the first one does not have. */
function newReasons(earlier: readonly FlaggedVisit[], later: readonly FlaggedVisit[]): FlaggedVisit[] {
  return later.flatMap(({ visit, reasons }) => {
    const known = earlier.find((other) => other.visit.id === visit.id)?.reasons ?? [];
    const own = reasons.filter(({ code }) => !known.some((reason) => reason.code === code));
    return own.length === 0 ? [] : [{ visit, reasons: own }];
  });
}

/** Visits of the second list that are not in the first. */
const notAmong = (some: readonly FlaggedVisit[], others: readonly FlaggedVisit[]): Visit[] =>
  others.map(({ visit }) => visit).filter(({ id }) => !some.some(({ visit }) => visit.id === id));

/** The family hears that its visit is looked at again; what it is about the prisoner is not for a notice. */
const onThePrisonersSide: Text = {
  zh: '服刑人员一方的情况有变化',
  en: 'something has changed on the prisoner’s side',
};

/**
 * Tells the families whose visits a change puts up for review, and those whose visits stand after all, before its ledger
 * entry.
 */
export async function tellFamilies(
  trx: Knex.Transaction,
  foundation: Foundation,
  { stopped, free }: Flags,
  reason: Text = onThePrisonersSide,
): Promise<void> {
  // Whoever was told before is told again by another change.
  const step = `flags:${newId()}`;
  const about = ({ id, prison_id: prisonId }: Visit) =>
    ({ to: 'everyone', prisonId, bookingId: id, step: `${step}:${id}` }) as const;
  for (const visit of stopped)
    await addNotices(trx, foundation, { ...about(visit), kind: 'visit_needs_review', facts: { reason } });
  for (const visit of free)
    await addNotices(trx, foundation, { ...about(visit), kind: 'visit_booked', facts: {} });
}

/**
 * For whoever else changes what booked visits depend on: tells the families whose visits need review by it, with the reason
 * where it is not on the prisoner's side.
 */
export const watchFlaggedBy =
  (foundation: Foundation) =>
  async (
    trx: Knex.Transaction,
    { reason, ...asked }: { now: DateTime; prisonerId?: string; prisonId?: string; reason?: Text },
  ): Promise<() => Promise<void>> => {
    const watch = await watchVisits(trx, asked);
    return async () => tellFamilies(trx, foundation, await watch.look(), reason);
  };
