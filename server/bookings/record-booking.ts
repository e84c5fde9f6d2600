import type { Knex } from 'knex';
import type { Foundation } from '../foundation.ts';
import type { JsonObject, LedgerActor, LedgerSubject, RuleUsed } from '../ledger/index.ts';
import { loadPrisoner, loadVisitors, prisonerSubject, visitorSubject } from '../people/index.ts';
import type { OfferEnd } from './schema.ts';

export type BookingEntry = {
  kind:
    | 'visit_booked'
    | 'visit_moved'
    | 'visit_cancelled'
    | 'visit_kept'
    | 'no_show_excused'
    | 'slot_offered'
    | OfferEnd;
  actor: LedgerActor;
  booking: { id: string; applicationId: string; prisonId: string; prisonerId: string; visitorIds: string[] };
  facts: JsonObject;
  rules?: RuleUsed[];
};

/** Writes in the prison's book what was done to a booking. */
export async function recordBooking(
  trx: Knex.Transaction,
  { ledger, sealing }: Foundation,
  { kind, actor, booking, facts, rules }: BookingEntry,
): Promise<void> {
  const prisoner = await loadPrisoner(trx, booking.prisonerId);
  const visitors = await loadVisitors(trx, booking.visitorIds);
  const people: LedgerSubject[] = [
    ...(prisoner ? [prisonerSubject(prisoner)] : []),
    ...[...visitors.values()].map((visitor) => visitorSubject(sealing, visitor)),
  ];
  await ledger.append(trx, {
    bookId: booking.prisonId,
    kind,
    actor,
    subjects: [
      { kind: 'booking', id: booking.id },
      { kind: 'application', id: booking.applicationId },
      ...people,
    ],
    facts,
    rules,
  });
}
