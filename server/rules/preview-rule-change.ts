import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import type { Language, Refusal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { asRow } from './as-row.ts';
import { decideRuleChange } from './decide-rule-change.ts';
import { type RuleContext, type Rules, resolveRules } from './load-rules.ts';
import type { RuleChange, RulePreview, RuleScope } from './schema.ts';
import { rulesTable } from './tables.ts';

/** What a change asks of bookings: the rules of a moment without it and with it. */
export type RuleQuestion = {
  /** When the change would come into force, and until when it would hold if it has an end. */
  from: DateTime;
  until: DateTime | null;
  scope: RuleScope;
  before(context: RuleContext): Rules;
  after(context: RuleContext): Rules;
};

export type UnfitBooking = {
  bookingId: string;
  number: string;
  prisonId: string;
  startsAt: string;
  reason: Refusal;
};

/** Answered by bookings, which knows what fits. */
export type FindUnfitBookings = (
  db: Knex,
  question: RuleQuestion,
) => Promise<{ lookedAt: number; unfit: UnfitBooking[] }>;

/** What a change would mean for visits that are booked. Nothing is written. @throws Refusal as adding it would */
export async function previewRuleChange(
  { db, clock }: Foundation,
  findUnfitBookings: FindUnfitBookings,
  change: RuleChange,
  language: Language,
): Promise<RulePreview> {
  const rows = await rulesTable(db).select();
  const prisonIds: string[] = await db('prisons').pluck('id');
  const decision = decideRuleChange(change, { now: clock.now(), rows, prisonIds });
  if ('refused' in decision) throw decision.refused;
  const changed = [...rows, { ...asRow(change, decision), id: 'to be added' }];
  const { lookedAt, unfit } = await findUnfitBookings(db, {
    from: decision.from,
    until: decision.until,
    scope: change.scope,
    before: (context) => resolveRules(rows, context),
    after: (context) => resolveRules(changed, context),
  });
  return {
    lookedAt,
    unfit: unfit.map(({ reason, ...booking }) => ({
      ...booking,
      reason: { code: reason.code, text: reason.say(language) },
    })),
  };
}
