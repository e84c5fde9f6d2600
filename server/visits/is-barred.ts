import type { Knex } from 'knex';
import { barAtTheGate } from '../bookings/index.ts';
import type { VisitState } from './visit-state.ts';

/** Whether something bars a visit that waits for its beginning: asked at every step, for it may arise after check-in. */
export async function isBarred(db: Knex, visitId: string, { name }: VisitState): Promise<boolean> {
  if (name !== 'checked_in' && name !== 'ready') return false;
  return (await barAtTheGate(db, visitId)) !== undefined;
}
