import { z } from 'zod';
import { isoNow } from '../clock.ts';
import { type Route, route } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { changeStaff, createStaff, disableStaff, enableStaff, resetPassword } from './manage-staff.ts';
import { presentStaff } from './present-staff.ts';
import {
  changeStaffBody,
  createStaffBody,
  oneTimePassword,
  staffMember,
  staffVersionBody,
} from './staff-schema.ts';

const administrators = ['administrator'] as const;
const ofStaff = z.object({ staffId: z.string().max(36) });

/** The accounts of the staff. `accessChanged`: whoever relies on a session or a role has to look again. */
export function staffRoutes(foundation: Foundation, { accessChanged }: { accessChanged(): void }): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/staff',
      who: administrators,
      summary: 'Every staff account, with what may be done to it.',
      answer: z.array(staffMember),
      handle: ({ principal: staff, language }) =>
        presentStaff(foundation.db, { staff, now: isoNow(foundation.clock), language }),
    }),
    route({
      method: 'post',
      path: '/api/staff',
      who: administrators,
      summary: 'Create an account; its one-time password is answered once.',
      body: createStaffBody,
      answer: oneTimePassword,
      status: 201,
      handle: ({ principal, body }) => createStaff(foundation, principal, body),
    }),
    route({
      method: 'post',
      path: '/api/staff/:staffId/change',
      who: administrators,
      summary: 'Change the name, the role or the prison of an account.',
      params: ofStaff,
      body: changeStaffBody,
      answer: 'nothing',
      async handle({ principal, params, body }) {
        await changeStaff(foundation, principal, params.staffId, body);
        accessChanged();
      },
    }),
    route({
      method: 'post',
      path: '/api/staff/:staffId/disable',
      who: administrators,
      summary: 'Let nobody sign in with an account any more; its sessions end at once.',
      params: ofStaff,
      body: staffVersionBody,
      answer: 'nothing',
      async handle({ principal, params, body }) {
        await disableStaff(foundation, principal, params.staffId, body.version);
        accessChanged();
      },
    }),
    route({
      method: 'post',
      path: '/api/staff/:staffId/enable',
      who: administrators,
      summary: 'Let an account be used again, with a new one-time password.',
      params: ofStaff,
      body: staffVersionBody,
      answer: oneTimePassword,
      handle: ({ principal, params, body }) =>
        enableStaff(foundation, principal, params.staffId, body.version),
    }),
    route({
      method: 'post',
      path: '/api/staff/:staffId/password',
      who: administrators,
      summary: 'Replace the password of an account by a one-time password; its sessions end at once.',
      params: ofStaff,
      body: staffVersionBody,
      answer: oneTimePassword,
      async handle({ principal, params, body }) {
        const fresh = await resetPassword(foundation, principal, params.staffId, body.version);
        accessChanged();
        return fresh;
      },
    }),
  ];
}
