import type { Knex } from 'knex';
import { loadOfficeDays } from '../calendar/index.ts';
import { fromStoredTime } from '../clock.ts';
import type { Language } from '../edge/index.ts';
import { loadPrisoners, loadVisitors, maskName } from '../people/index.ts';
import { halfDoneAmong } from '../reviews/index.ts';
import { statusOf } from './application-status.ts';
import type { ApplicationSummary } from './schema.ts';
import {
  type ApplicationRow,
  applicationsTable,
  mobilityNeedsOf,
  priorityReasonsOf,
  prisonNames,
  visitorsOfApplications,
} from './tables.ts';

/** In which language and as of when a status is said. */
export type Reading = {
  now: string;
  language: Language;
  /** Whose half-made decisions are marked; nobody's without. */
  staffId?: string;
};

/** Short descriptions of applications, in the order of their ids, with masked names; ids of none are left out. */
export async function applicationSummaries(
  db: Knex,
  ids: readonly string[],
  reading: Reading,
): Promise<ApplicationSummary[]> {
  const rows = await applicationsTable(db).whereIn('id', [...new Set(ids)]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return summariesOf(
    db,
    ids.flatMap((id) => byId.get(id) ?? []),
    reading,
  );
}

/** The same for rows that are at hand: four queries, however many there are. */
export async function summariesOf(
  db: Knex,
  rows: readonly ApplicationRow[],
  { now, language, staffId }: Reading,
): Promise<ApplicationSummary[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const halfDone = staffId === undefined ? new Set<string>() : await halfDoneAmong(db, staffId, ids);
  // What is overdue may have been due last year.
  const officeDays = await loadOfficeDays(db, fromStoredTime(now).minus({ years: 1 }));
  const visitors = await visitorsOfApplications(db, ids);
  const people = await loadVisitors(
    db,
    visitors.map((visitor) => visitor.visitor_id),
  );
  const prisoners = await loadPrisoners(
    db,
    rows.map((row) => row.prisoner_id),
  );
  const prisons = await prisonNames(
    db,
    rows.map((row) => row.prison_id),
  );
  return rows.map((row) => {
    const prisoner = prisoners.get(row.prisoner_id);
    const prisonName = prisons.get(row.prison_id);
    if (!prisoner || !prisonName) throw new Error(`application ${row.id} has no prisoner or prison`);
    const { id, number, grade, category, name, ward_id: wardId } = prisoner;
    return {
      id: row.id,
      number: row.number,
      kind: row.kind,
      state: row.state,
      origin: row.origin,
      prison: { id: row.prison_id, name: prisonName },
      prisoner: { id, number, name: maskName(name), wardId, grade, category },
      visitors: visitors.flatMap(({ application_id: applicationId, visitor_id: visitorId, relationship }) => {
        const person = applicationId === row.id ? people.get(visitorId) : undefined;
        if (person === undefined) return [];
        return [{ id: visitorId, name: maskName(person.name), relationship }];
      }),
      language: row.language,
      mobilityNeeds: mobilityNeedsOf(row),
      urgency: row.urgency,
      priorityReasons: priorityReasonsOf(row),
      status: statusOf(row, { now, language, officeDays }),
      selfService: row.created_by === null,
      halfDone: halfDone.has(row.id),
      stateSince: row.state_since,
      createdAt: row.created_at,
      version: row.version,
    };
  });
}
