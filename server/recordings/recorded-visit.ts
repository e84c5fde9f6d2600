import type { Knex } from 'knex';
import { loadVisit, timelineOf } from '../visits/index.ts';
import { visitEventTexts } from '../visits/schema.ts';

/** What a recording has to know of its visit. */
export type RecordedVisit = {
  visitId: string;
  prisonId: string;
  timeline: { at: string; kind: string; text: string }[];
};

/** Undefined while the visit has not ended. */
export async function loadEndedVisit(db: Knex, visitId: string): Promise<RecordedVisit | undefined> {
  const { state, plan } = await loadVisit(db, visitId);
  if (state.name !== 'ended') return undefined;
  const events = await timelineOf(db, visitId);
  return {
    visitId,
    prisonId: plan.prisonId,
    timeline: events.map(({ at, kind }) => {
      const { zh, en } = visitEventTexts[kind];
      return { at, kind, text: `${zh}\n${en}` };
    }),
  };
}

/** Ended visits whose recording, if they have one, is not in its last state. */
export function visitsToSeal(db: Knex): Promise<string[]> {
  return db('visits')
    .leftJoin('recordings', 'recordings.visit_id', 'visits.id')
    .where('visits.state', 'ended')
    .where((query) =>
      query.whereNull('recordings.state').orWhereIn('recordings.state', ['sealing', 'sealed', 'failed']),
    )
    .pluck('visits.id');
}
