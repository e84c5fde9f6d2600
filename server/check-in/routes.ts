import { type Route, route, type StaffPrincipal } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { actingIn, type Visits } from '../visits/index.ts';
import { visitParams } from '../visits/schema.ts';
import { checkInVisitors } from './check-in-visitors.ts';
import { confirmPrisoner } from './confirm-prisoner.ts';
import { describeCheckIn } from './describe-check-in.ts';
import { checkIn, checkInVisitorsBody, confirmPrisonerBody, turnKeyBackBody } from './schema.ts';
import { turnKeyBack } from './turn-key-back.ts';

export function checkInRoutes(foundation: Foundation, visits: Pick<Visits, 'sessionOf'>): Route[] {
  const { clock, sealing } = foundation;

  const acting = async (visitId: string, principal: StaffPrincipal) =>
    actingIn(await visits.sessionOf(visitId), principal, clock);

  return [
    route({
      method: 'get',
      path: '/api/visits/:visitId/check-in',
      who: ['district_officer', 'district_supervisor', 'prison_officer', 'auditor'],
      summary: 'Who is expected at a visit, what has been checked, and what is still missing.',
      params: visitParams,
      answer: checkIn,
      handle: ({ params, principal, language }) =>
        describeCheckIn(foundation, params.visitId, principal, language),
    }),
    route({
      method: 'post',
      path: '/api/visits/:visitId/check-in/visitors',
      who: ['district_officer'],
      summary: 'Record that visitors were identified and have signed; the last one turns the district key.',
      params: visitParams,
      body: checkInVisitorsBody,
      answer: checkIn,
      async handle({ params, principal, body, language }) {
        const { session, by, at } = await acting(params.visitId, principal);
        await session.act(checkInVisitors(body, { by, at, sealing }));
        return describeCheckIn(foundation, params.visitId, principal, language);
      },
    }),
    route({
      method: 'post',
      path: '/api/visits/:visitId/check-in/prisoner',
      who: ['prison_officer'],
      summary: 'Confirm the prisoner in place: turns the prison key.',
      params: visitParams,
      body: confirmPrisonerBody,
      answer: checkIn,
      async handle({ params, principal, body, language }) {
        const { session, by, at } = await acting(params.visitId, principal);
        await session.act(confirmPrisoner(body, { by, at }));
        return describeCheckIn(foundation, params.visitId, principal, language);
      },
    }),
    route({
      method: 'post',
      path: '/api/visits/:visitId/check-in/turn-key-back',
      who: ['district_officer', 'district_supervisor', 'prison_officer'],
      summary: 'Turn back the key of one’s own body, with the reason, before the visit is live.',
      params: visitParams,
      body: turnKeyBackBody,
      answer: checkIn,
      async handle({ params, principal, body, language }) {
        const { session, by, at } = await acting(params.visitId, principal);
        await session.act(turnKeyBack(body, { by, at }));
        return describeCheckIn(foundation, params.visitId, principal, language);
      },
    }),
  ];
}
