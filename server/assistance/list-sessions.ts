import type { Knex } from 'knex';
import { edgeRefusals, type StaffPrincipal, worksWith } from '../edge/index.ts';
import { loadSessionFacts } from '../visits/index.ts';
import { presentSession } from './present-session.ts';
import type { AssistanceSession } from './schema.ts';

/** More than a screen shows; a district has a few sessions a week. */
const mostShown = 100;

export type SessionFilter = { state: 'to_write' | 'written'; prisonId?: string | undefined };

/**
 * Sessions that took place: those without a record, the one that has waited longest first, or those with one, the latest
 * first. @throws Refusal
 */
export async function listSessions(
  db: Knex,
  staff: StaffPrincipal,
  { state, prisonId = staff.prisonId ?? undefined }: SessionFilter,
): Promise<{ sessions: AssistanceSession[]; more: boolean }> {
  if (prisonId !== undefined && !worksWith(staff, prisonId)) throw edgeRefusals.not_found();
  const toWrite = state === 'to_write';
  const ids: string[] = await db('bookings')
    .join('visits', 'visits.id', 'bookings.id')
    .leftJoin('assistance_records', 'assistance_records.first_of_visit_id', 'bookings.id')
    .where({ 'bookings.kind': 'assistance_session', 'visits.state': 'ended' })
    .where((query) => {
      if (prisonId !== undefined) query.where('bookings.prison_id', prisonId);
      if (toWrite) query.whereNull('assistance_records.id');
      else query.whereNotNull('assistance_records.id');
    })
    .orderBy('bookings.starts_at', toWrite ? 'asc' : 'desc')
    .pluck('bookings.id');
  const sessions: AssistanceSession[] = [];
  for (const id of ids) {
    const session = await loadSessionFacts(db, id);
    // One that nobody came to, or that the line never carried, has nothing to be written of.
    if (session === undefined || session.talkedMs === null) continue;
    if (sessions.length === mostShown) return { sessions, more: true };
    sessions.push(await presentSession(db, staff, session));
  }
  return { sessions, more: false };
}
