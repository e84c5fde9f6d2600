import type { Knex } from 'knex';
import { loadBookingDetails } from '../bookings/index.ts';
import { edgeRefusals, type Language, type StaffPrincipal, toAllowedAction } from '../edge/index.ts';
import { personNameFor } from '../people/index.ts';
import { loadSessionFacts, type SessionFacts } from '../visits/index.ts';
import { decideRecord } from './decide-record.ts';
import type { AssistanceSession, RecordsOfSession } from './schema.ts';
import { recordsOf, sixMustsOf } from './tables.ts';

/** A session as this member of staff reads it. @throws Refusal */
export async function presentSession(
  db: Knex,
  staff: StaffPrincipal,
  session: SessionFacts,
): Promise<AssistanceSession> {
  const [booking] = await loadBookingDetails(db, { id: session.id, prisonId: staff.prisonId ?? undefined });
  if (booking === undefined) throw edgeRefusals.not_found();
  const personName = personNameFor(staff.role);
  const organisations = await db('application_visitors')
    .where({ application_id: booking.application.id })
    .select('visitor_id', 'organisation');
  return {
    visit: { id: session.id, number: booking.number, startsAt: booking.startsAt },
    application: booking.application,
    prison: booking.prison,
    prisoner: { ...booking.prisoner, name: personName(booking.prisoner.name) },
    visitors: booking.visitors.map(({ id, name, relationship }) => ({
      id,
      name: personName(name),
      relationship,
      organisation: organisations.find((row) => row.visitor_id === id)?.organisation ?? '',
    })),
    endedAt: session.endedAt,
    talkedMinutes: session.talkedMs === null ? null : Math.round(session.talkedMs / 60_000),
  };
}

/** What was written about a session, the record that holds first. @throws Refusal */
export async function presentRecords(
  db: Knex,
  staff: StaffPrincipal,
  visitId: string,
  language: Language,
): Promise<RecordsOfSession> {
  const session = await loadSessionFacts(db, visitId);
  if (session === undefined) throw edgeRefusals.not_found();
  const shown = await presentSession(db, staff, session);
  const records = await recordsOf(db, visitId);
  const may = (step: Parameters<typeof decideRecord>[2]) =>
    toAllowedAction(decideRecord({ session, records }, staff, step), language);
  return {
    session: shown,
    records: records
      .map((row) => ({
        id: row.id,
        correctsId: row.corrects_id,
        topics: row.topics,
        sixMusts: sixMustsOf(row),
        attitude: row.attitude,
        followUp: row.follow_up,
        writtenBy: row.writer,
        writtenAt: row.written_at,
      }))
      .reverse(),
    actions: { write: may({ write: true }), correct: may({ correct: records.at(-1)?.id }) },
  };
}
