import { z } from 'zod';
import { openApplication } from '../applications/index.ts';
import { loadBooking } from '../bookings/index.ts';
import {
  edgeRefusals,
  type Language,
  type Role,
  type Route,
  route,
  type StaffPrincipal,
  toAllowedAction,
  worksWith,
} from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { changeOfficeContact, contactChangers, whyNotChangeContact } from './change-office-contact.ts';
import { deliverers } from './decide-delivery.ts';
import { markPrinted, markTold, openNotice, textAgain } from './deliver-notice.ts';
import { findNotices } from './find-notices.ts';
import { loadOfficeContact } from './office-contact.ts';
import { presentNotices } from './present-notice.ts';
import {
  type Notice,
  notice,
  noticeList,
  type OfficeContactAnswer,
  officeContact,
  officeContactBody,
  tellBody,
} from './schema.ts';
import { transferRoutes } from './transfers/routes.ts';

const readers = [
  'district_officer',
  'district_supervisor',
  'prison_officer',
  'prison_approver',
  'auditor',
] as const satisfies Role[];
const ofNotice = z.object({ noticeId: z.string().max(36) });

export function noticeRoutes(foundation: Foundation): Route[] {
  const { db } = foundation;
  const present = async (id: string, staff: StaffPrincipal, language: Language): Promise<Notice> => {
    const row = await openNotice(db, staff, id);
    const [shown] = await presentNotices(foundation, [row], { staff, language });
    if (shown === undefined) throw edgeRefusals.not_found();
    return shown;
  };
  const presentContact = async (
    { role }: StaffPrincipal,
    language: Language,
  ): Promise<OfficeContactAnswer> => ({
    contact: (await loadOfficeContact(db)) ?? null,
    actions: { change: toAllowedAction(whyNotChangeContact(role), language) },
  });

  return [
    route({
      method: 'get',
      path: '/api/applications/:applicationId/notices',
      who: readers,
      summary: 'What the visitors of an application were told, with how it reached them; the newest first.',
      params: z.object({ applicationId: z.string().max(36) }),
      answer: noticeList,
      async handle({ principal, params: { applicationId }, language }) {
        await openApplication(db, principal, applicationId);
        const rows = await findNotices(db, { applicationId });
        return presentNotices(foundation, rows, { staff: principal, language });
      },
    }),
    route({
      method: 'get',
      path: '/api/bookings/:bookingId/notices',
      who: readers,
      summary: 'What the visitors of a booking were told about it; the newest first.',
      params: z.object({ bookingId: z.string().max(36) }),
      answer: noticeList,
      async handle({ principal, params: { bookingId }, language }) {
        const booking = await loadBooking(db, bookingId);
        if (booking === undefined || !worksWith(principal, booking.prisonId)) throw edgeRefusals.not_found();
        const rows = await findNotices(db, { bookingId });
        return presentNotices(foundation, rows, { staff: principal, language });
      },
    }),
    route({
      method: 'get',
      path: '/api/notices/:noticeId',
      who: readers,
      summary: 'One notice, as it was said, with how it reached its visitor.',
      params: ofNotice,
      answer: notice,
      handle: ({ principal, params, language }) => present(params.noticeId, principal, language),
    }),
    route({
      method: 'post',
      path: '/api/notices/:noticeId/printed',
      who: deliverers,
      summary: 'Note that a notice is printed to be handed over.',
      params: ofNotice,
      answer: notice,
      async handle({ principal, params: { noticeId }, language }) {
        await markPrinted(foundation, principal, noticeId);
        return present(noticeId, principal, language);
      },
    }),
    route({
      method: 'post',
      path: '/api/notices/:noticeId/told',
      who: deliverers,
      summary: 'Note that the visitor was told in person or by telephone.',
      params: ofNotice,
      body: tellBody,
      answer: notice,
      async handle({ principal, params: { noticeId }, body, language }) {
        await markTold(foundation, principal, noticeId, body.how);
        return present(noticeId, principal, language);
      },
    }),
    route({
      method: 'post',
      path: '/api/notices/:noticeId/text-again',
      who: ['district_officer'],
      summary: 'Put a text message that failed into the next transfer.',
      params: ofNotice,
      answer: notice,
      async handle({ principal, params: { noticeId }, language }) {
        await textAgain(foundation, principal, noticeId);
        return present(noticeId, principal, language);
      },
    }),
    route({
      method: 'get',
      path: '/api/office-contact',
      who: [...readers, 'administrator'],
      summary: 'Where visitors ask: what stands at the end of every notice.',
      answer: officeContact,
      handle: ({ principal, language }) => presentContact(principal, language),
    }),
    route({
      method: 'post',
      path: '/api/office-contact',
      who: contactChangers,
      summary: 'Say where visitors ask from now on; notices that were given stay as they are.',
      body: officeContactBody,
      answer: officeContact,
      async handle({ principal, body, language }) {
        await changeOfficeContact(foundation, principal, body);
        return presentContact(principal, language);
      },
    }),
    ...transferRoutes(foundation),
  ];
}
