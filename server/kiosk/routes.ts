import { RateLimiterMemory } from 'rate-limiter-flexible';
import { z } from 'zod';
import { addDocument, applicationsOfVisitor, changeApplication } from '../applications/index.ts';
import { changeBody, maximumDocumentBytes, newDocumentBody } from '../applications/schema.ts';
import { hasLiveBooking } from '../bookings/index.ts';
import { edgeRefusals, type Refusal, type Route, route } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { loadOfficeContact } from '../notices/index.ts';
import { askAgain } from './ask-again.ts';
import { ownNoticeRoutes } from './notice-routes.ts';
import { presentForFamily } from './present-for-family.ts';
import { kioskRefusals } from './refusals.ts';
import { askAgainBody, askedAgain, familyApplication, officeToAsk } from './schema.ts';
import { relativeSessionRoutes } from './session-routes.ts';

const ofApplication = z.object({ applicationId: z.string().max(36) });
/** A family looks at what is under way and at its last visits; older ones are asked about at the counter. */
const mostShown = 12;

/** What relatives do themselves, at the office's kiosk or on the intranet. */
export function kioskRoutes(foundation: Foundation): Route[] {
  const { db } = foundation;
  const countUpload = limited({ points: 60, hours: 1 }, edgeRefusals.too_many_requests);
  const countAsking = limited({ points: 5, hours: 24 }, kioskRefusals.asked_often_enough);
  return [
    ...relativeSessionRoutes(foundation),
    ...ownNoticeRoutes(foundation),
    route({
      method: 'get',
      path: '/api/kiosk/office',
      who: ['anyone'],
      summary: 'Where families ask: telephone, address and hours of the office.',
      answer: officeToAsk,
      handle: async () => ({ contact: (await loadOfficeContact(db)) ?? null }),
    }),
    route({
      method: 'get',
      path: '/api/kiosk/applications',
      who: ['relative'],
      summary: 'The applications that the signed-in visitor is part of, the newest first, at most 12.',
      answer: z.array(familyApplication),
      async handle({ principal, language }) {
        const ids = await applicationsOfVisitor(db, principal.id, mostShown);
        const shown = [];
        for (const id of ids) shown.push(await presentForFamily(foundation, principal, id, language));
        return shown;
      },
    }),
    route({
      method: 'get',
      path: '/api/kiosk/applications/:applicationId',
      who: ['relative'],
      summary: 'How an application of the signed-in visitor stands, and what they can do now.',
      params: ofApplication,
      answer: familyApplication,
      handle: ({ principal, params, language }) =>
        presentForFamily(foundation, principal, params.applicationId, language),
    }),
    route({
      method: 'post',
      path: '/api/kiosk/applications/:applicationId/documents',
      who: ['relative'],
      summary: 'Hand in a paper: JPEG, PNG or PDF, up to 8 MB.',
      params: ofApplication,
      body: newDocumentBody,
      upload: { field: 'file', maximumBytes: maximumDocumentBytes },
      answer: familyApplication,
      status: 201,
      async handle({ principal, params: { applicationId }, body, upload, language }) {
        await countUpload(principal.id);
        await addDocument(foundation, principal, applicationId, { ...body, file: upload });
        return presentForFamily(foundation, principal, applicationId, language);
      },
    }),
    ...(['resubmit', 'withdraw'] as const).map((decision) =>
      route({
        method: 'post',
        path: `/api/kiosk/applications/:applicationId/${decision}`,
        who: ['relative'],
        summary: {
          resubmit: 'Give an application back to the body that asked for more papers.',
          withdraw: 'Withdraw an application that the family no longer wants.',
        }[decision],
        params: ofApplication,
        body: changeBody,
        answer: familyApplication,
        async handle({ principal, params: { applicationId }, body, language }) {
          const change = { decision, version: body.version, hasLiveBooking };
          await changeApplication(foundation, principal, applicationId, change);
          return presentForFamily(foundation, principal, applicationId, language);
        },
      }),
    ),
    route({
      method: 'post',
      path: '/api/kiosk/applications/:applicationId/ask-again',
      who: ['relative'],
      summary:
        'Ask for another visit to the same prisoner, with visitors of an application that was approved.',
      params: ofApplication,
      body: askAgainBody,
      answer: askedAgain,
      status: 201,
      async handle({ principal, params, body, language }) {
        await countAsking(principal.id);
        const { id, queryCode } = await askAgain(foundation, principal, params.applicationId, body, language);
        return { application: await presentForFamily(foundation, principal, id, language), queryCode };
      },
    }),
  ];
}

/** So often for each visitor, and no more: what is asked here costs staff their time. */
function limited({ points, hours }: { points: number; hours: number }, refusal: () => Refusal) {
  const used = new RateLimiterMemory({ points, duration: hours * 3600 });
  return async (visitorId: string): Promise<void> => {
    await used.consume(visitorId).catch(() => {
      throw refusal();
    });
  };
}
