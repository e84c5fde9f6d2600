import { z } from 'zod';
import { edgeRefusals, type Route, route } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { draftDays, expireDrafts } from './expire-drafts.ts';
import { presentDraft } from './present-draft.ts';
import { saveDraft } from './save-draft.ts';
import { draft, draftList, saveDraftBody, savedDraft } from './schema.ts';
import { deleteDraft, draftsTable } from './tables.ts';

const ofDraft = z.object({ draftId: z.uuid() });

/** What an officer has typed and not sent yet. Each officer has only their own: to others there is none. */
export function draftRoutes(foundation: Foundation): Route[] {
  const { db, clock, sealing } = foundation;
  return [
    route({
      method: 'get',
      path: '/api/application-drafts',
      who: ['district_officer'],
      summary: 'The caller’s drafts of applications, the one saved last first.',
      answer: draftList,
      async handle({ principal }) {
        const now = clock.now();
        await expireDrafts(db, now);
        const days = await draftDays(db, now);
        const rows = await draftsTable(db)
          .where({ staff_id: principal.id })
          .orderBy([
            { column: 'saved_at', order: 'desc' },
            { column: 'id', order: 'desc' },
          ]);
        return rows.map((row) => {
          const { content: _content, ...summary } = presentDraft(sealing, row, days);
          return summary;
        });
      },
    }),
    route({
      method: 'get',
      path: '/api/application-drafts/:draftId',
      who: ['district_officer'],
      summary: 'A draft of the caller, to go on with.',
      params: ofDraft,
      answer: draft,
      async handle({ principal, params }) {
        const row = await draftsTable(db).where({ id: params.draftId, staff_id: principal.id }).first();
        if (row === undefined) throw edgeRefusals.not_found();
        return presentDraft(sealing, row, await draftDays(db, clock.now()));
      },
    }),
    route({
      method: 'post',
      path: '/api/application-drafts/:draftId',
      who: ['district_officer'],
      summary: 'Save what has been typed, under an id that the browser chose.',
      params: ofDraft,
      body: saveDraftBody,
      answer: savedDraft,
      handle: ({ principal, params, body }) => saveDraft(foundation, principal, params.draftId, body),
    }),
    route({
      method: 'delete',
      path: '/api/application-drafts/:draftId',
      who: ['district_officer'],
      summary: 'Discard a draft.',
      params: ofDraft,
      answer: 'nothing',
      async handle({ principal, params }) {
        const gone = await deleteDraft(db, { id: params.draftId, staffId: principal.id });
        if (gone === 0) throw edgeRefusals.not_found();
      },
    }),
  ];
}
