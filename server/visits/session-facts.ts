import type { Knex } from 'knex';
import type { ApplicationKind } from '../applications/schema.ts';
import { readVisit, visitsTable } from './tables.ts';

/** What was had of a visit, for whoever has to write about it afterwards. */
export type SessionFacts = {
  id: string;
  kind: ApplicationKind;
  applicationId: string;
  prisonId: string;
  prisonerId: string;
  number: string;
  /** Null while it is not over. */
  endedAt: string | null;
  /** For how long the parties had each other; null if it never went live. */
  talkedMs: number | null;
};

/** Undefined where nothing was ever begun. */
export async function loadSessionFacts(db: Knex, visitId: string): Promise<SessionFacts | undefined> {
  const row = await visitsTable(db).where({ id: visitId }).first();
  const booking = row && (await db('bookings').where({ id: visitId }).first('number', 'kind'));
  if (row === undefined || booking === undefined) return undefined;
  const { state, plan } = readVisit(row);
  return {
    id: visitId,
    kind: booking.kind,
    applicationId: plan.applicationId,
    prisonId: plan.prisonId,
    prisonerId: plan.prisonerId,
    number: booking.number,
    endedAt: state.name === 'ended' ? state.at : null,
    talkedMs: state.name === 'ended' ? state.talkedMs : null,
  };
}
