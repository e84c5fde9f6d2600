import type { Knex } from 'knex';
import { loadVisitors, type VisitorRow } from '../people/index.ts';
import { endOf, relationshipsOf } from '../relationships/index.ts';
import { identityProofs } from './missing-documents.ts';
import {
  type ApplicationVisitorRow,
  type DocumentRow,
  documentsTable,
  visitorsOfApplications,
} from './tables.ts';

/** What the papers of an approved application say about the days on which a visit can be. */
export type PaperFacts = {
  /** Visitors whose papers of identity are valid until a day, and whether nobody is left out. */
  expiring: { visitorId: string; name: string; validUntil: string }[];
  /** Visitors whose verified relationship was marked as ended, and not proved again since. */
  relationshipsEnded: { visitorId: string; name: string }[];
};

export const nothingAgainstPapers: PaperFacts = { expiring: [], relationshipsEnded: [] };

/** The same for several applications at once: of none that is unknown. */
export async function loadPaperFacts(
  db: Knex,
  applications: readonly { id: string; prisonerId: string }[],
  today: string,
): Promise<Map<string, PaperFacts>> {
  const ids = applications.map(({ id }) => id);
  const visitors = await visitorsOfApplications(db, ids);
  const visitorIds = visitors.map((row) => row.visitor_id);
  const people = await loadVisitors(db, visitorIds);
  const verified = await relationshipsOf(db, visitorIds);
  const documents = await documentsTable(db).whereIn('application_id', ids);
  const facts = new Map<string, PaperFacts>();
  for (const { id, prisonerId } of applications) {
    const own = visitors.filter((row) => row.application_id === id);
    const papers = documents.filter((row) => row.application_id === id);
    const known = verified.filter((row) => row.prisoner_id === prisonerId);
    const personOf = (row: ApplicationVisitorRow) => people.get(row.visitor_id);
    facts.set(id, {
      expiring: own.flatMap((row) => expiryOf(personOf(row), papers, today)),
      relationshipsEnded: own.flatMap((row) => {
        const { visitor_id: visitorId, relationship, organisation } = row;
        const ended = endOf(known, { visitorId, relationship, organisation });
        return ended ? [{ visitorId, name: personOf(row)?.name ?? '' }] : [];
      }),
    });
  }
  return facts;
}

/**
 * Until when somebody's papers of identity are valid, if there are some and each of them has a last day. One without, that
 * an officer put on file, is valid for good; of one that the family handed in by itself nobody has said anything.
 */
function expiryOf(
  person: VisitorRow | undefined,
  papers: readonly DocumentRow[],
  today: string,
): PaperFacts['expiring'] {
  if (person === undefined) return [];
  const kinds = identityProofs(person.born_on, today);
  const lastDays = papers
    .filter((paper) => paper.visitor_id === person.id && kinds.includes(paper.kind))
    .filter((paper) => paper.valid_until !== null || paper.uploaded_by !== null)
    .map((paper) => paper.valid_until);
  const ends = lastDays.filter((day) => day !== null).sort();
  const last = ends.at(-1);
  if (last === undefined || ends.length < lastDays.length) return [];
  return [{ visitorId: person.id, name: person.name, validUntil: last }];
}
