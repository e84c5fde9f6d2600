import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '../../db/connection.ts';
import type { VisitPlan } from '../../server/visits/visit-state.ts';
import type { LiveVisit } from './a-live-visit.ts';

/** Brings the end of a visit's time near while its server is down, and waits for it: no test waits for an hour. */
export async function letTimeEnd({ visitId, dataDir, databaseUrl }: LiveVisit, at: string): Promise<void> {
  const db = await openDatabase({ databaseUrl, dataDir });
  const row: { plan: string } | undefined = await db('visits').where({ id: visitId }).first('plan');
  const plan: VisitPlan = { ...(JSON.parse(row?.plan ?? '{}') as VisitPlan), endsAt: at, hardEndAt: at };
  await db('visits')
    .where({ id: visitId })
    .update({ plan: JSON.stringify(plan) });
  await db('bookings').where({ id: visitId }).update({ ends_at: at, occupied_until: at });
  await db.destroy();
  await wait(Math.max(0, Date.parse(at) - Date.now()));
}
