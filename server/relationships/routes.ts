import { z } from 'zod';
import { dayOf } from '../clock.ts';
import {
  edgeRefusals,
  type Language,
  type Role,
  type Route,
  route,
  type StaffPrincipal,
  worksWith,
} from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { loadPrisoner } from '../people/index.ts';
import { endRelationship } from './end-relationship.ts';
import { lookUpRelationships } from './look-up.ts';
import { presentRelationships } from './present-relationships.ts';
import {
  endRelationshipBody,
  relationshipList,
  relationshipLookup,
  relationshipLookupBody,
  relationshipsQuery,
  type VerifiedRelationship,
} from './schema.ts';
import { enders } from './standing.ts';
import { relationshipsTable } from './tables.ts';

const readers = [...enders, 'prison_officer', 'auditor'] as const satisfies Role[];
const ofRelationship = z.object({ relationshipId: z.string().max(36) });

/** Relationships that a prison has verified (rule 4b). */
export function relationshipRoutes(foundation: Foundation): Route[] {
  const { db, clock } = foundation;

  async function present(
    { prisonerId, visitorId }: { prisonerId: string; visitorId?: string | undefined },
    staff: StaffPrincipal,
    language: Language,
  ): Promise<VerifiedRelationship[]> {
    const prisoner = await loadPrisoner(db, prisonerId);
    if (prisoner === undefined || !worksWith(staff, prisoner.prison_id)) throw edgeRefusals.not_found();
    const rows = await relationshipsTable(db)
      .where({ prisoner_id: prisonerId })
      .where((query) => {
        if (visitorId !== undefined) query.where({ visitor_id: visitorId });
      })
      .orderBy(['verified_at', 'id']);
    return presentRelationships(db, prisoner, rows, { staff, now: clock.now(), language });
  }

  return [
    route({
      method: 'get',
      path: '/api/relationships',
      who: readers,
      summary: 'The relationships of a prisoner that were verified, the latest first.',
      query: relationshipsQuery,
      answer: relationshipList,
      handle: ({ principal, query, language }) => present(query, principal, language),
    }),
    route({
      method: 'post',
      path: '/api/relationships/lookup',
      who: ['district_officer'],
      summary: 'What was verified before between the holder of an identity number and a prisoner.',
      body: relationshipLookupBody,
      answer: relationshipLookup,
      handle: ({ body }) => lookUpRelationships(foundation, body, dayOf(clock.now())),
    }),
    route({
      method: 'post',
      path: '/api/relationships/:relationshipId/end',
      who: enders,
      summary: 'Mark a verified relationship as ended, with a reason: its proofs are asked for again.',
      params: ofRelationship,
      body: endRelationshipBody,
      answer: relationshipList,
      async handle({ principal, params: { relationshipId }, body, language }) {
        const ended = await endRelationship(foundation, principal, relationshipId, body);
        return present(ended, principal, language);
      },
    }),
  ];
}
