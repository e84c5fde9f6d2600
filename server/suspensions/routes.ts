import { z } from 'zod';
import { dayOf } from '../clock.ts';
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
import { maskName } from '../people/index.ts';
import { approveSuspension, declineSuspension } from './answer-proposal.ts';
import { deciders, proposers, whyNotAgain, whyNotPropose } from './decide-suspension.ts';
import { liftSuspension } from './lift-suspension.ts';
import { loadMonthsAllowed } from './months-allowed.ts';
import { presentSuspensions } from './present-suspension.ts';
import { type LoadVisitFacts, openVisit, proposeSuspension } from './propose-suspension.ts';
import {
  approveBody,
  declineBody,
  liftBody,
  proposeBody,
  type Suspension,
  type SuspensionsOfVisit,
  suspension,
  suspensionList,
  suspensionListQuery,
  suspensionsOfVisit,
} from './schema.ts';
import { findSuspensions, loadSuspension, suspensionsAfterVisit } from './tables.ts';

const readers = [...proposers, ...deciders, 'auditor'] as const satisfies Role[];
const ofVisit = z.object({ visitId: z.string().max(36) });
const ofSuspension = z.object({ suspensionId: z.string().max(36) });
/** More than a screen shows; districts have a few a year. */
const mostShown = 200;

export type SuspensionHooks = { loadVisitFacts: LoadVisitFacts };

export function suspensionRoutes(foundation: Foundation, { loadVisitFacts }: SuspensionHooks): Route[] {
  const { db, clock } = foundation;

  async function present(id: string, staff: StaffPrincipal, language: Language): Promise<Suspension> {
    const record = await loadSuspension(db, id);
    if (record === undefined || !worksWith(staff, record.prison_id)) throw edgeRefusals.not_found();
    const [shown] = await presentSuspensions(db, [record], { staff, now: clock.now(), language });
    if (shown === undefined) throw edgeRefusals.not_found();
    return shown;
  }

  async function presentOfVisit(
    visitId: string,
    staff: StaffPrincipal,
    language: Language,
  ): Promise<SuspensionsOfVisit> {
    const visit = await openVisit(db, loadVisitFacts, visitId, staff);
    const records = await suspensionsAfterVisit(db, visitId);
    const { least, most } = await loadMonthsAllowed(db, visit.prisonId, clock.now());
    const refusal = whyNotPropose(visit, staff);
    const visitors = visit.visitors.map(({ id, name }) => ({
      id,
      name: staff.role === 'auditor' ? maskName(name) : name,
      propose: toAllowedAction(refusal ?? whyNotAgain({ id, name }, records), language),
    }));
    const nobody = visitors.every(({ propose }) => !propose.allowed);
    return {
      visitors,
      reasonCode: visit.stopReason,
      months: { least, most },
      suspensions: await presentSuspensions(db, records, { staff, now: clock.now(), language }),
      actions: { propose: (nobody && visitors[0]?.propose) || { allowed: true } },
    };
  }

  return [
    route({
      method: 'get',
      path: '/api/visits/:visitId/suspensions',
      who: readers,
      summary: 'The suspensions that followed from a visit, and whether one may be proposed.',
      params: ofVisit,
      answer: suspensionsOfVisit,
      handle: ({ principal, params, language }) => presentOfVisit(params.visitId, principal, language),
    }),
    route({
      method: 'post',
      path: '/api/visits/:visitId/suspensions',
      who: proposers,
      summary: 'Propose to suspend visitors of an ended visit in which rules were broken.',
      params: ofVisit,
      body: proposeBody,
      answer: suspensionsOfVisit,
      status: 201,
      async handle({ principal, params: { visitId }, body, language }) {
        await proposeSuspension(foundation, principal, { visitId, loadVisitFacts }, body);
        return presentOfVisit(visitId, principal, language);
      },
    }),
    route({
      method: 'get',
      path: '/api/suspensions',
      who: readers,
      summary: 'Suspensions of visitors by state and prison, the newest first.',
      query: suspensionListQuery,
      answer: suspensionList,
      async handle({ principal, query: { state, prisonId = principal.prisonId ?? undefined }, language }) {
        if (prisonId !== undefined && !worksWith(principal, prisonId)) throw edgeRefusals.not_found();
        const now = clock.now();
        const found = await findSuspensions(db, {
          ...(state ? { state } : {}),
          ...(prisonId === undefined ? {} : { prisonId }),
          day: dayOf(now),
          limit: mostShown + 1,
        });
        const shown = found.slice(0, mostShown);
        return {
          suspensions: await presentSuspensions(db, shown, { staff: principal, now, language }),
          more: found.length > mostShown,
        };
      },
    }),
    route({
      method: 'get',
      path: '/api/suspensions/:suspensionId',
      who: readers,
      summary: 'One suspension: why, until when, who decided, and what may be decided now.',
      params: ofSuspension,
      answer: suspension,
      handle: ({ principal, params, language }) => present(params.suspensionId, principal, language),
    }),
    route({
      method: 'post',
      path: '/api/suspensions/:suspensionId/approve',
      who: deciders,
      summary: 'Approve a proposal from a day on, for as many months as were proposed.',
      params: ofSuspension,
      body: approveBody,
      answer: suspension,
      async handle({ principal, params: { suspensionId }, body, language }) {
        await approveSuspension(foundation, principal, suspensionId, body);
        return present(suspensionId, principal, language);
      },
    }),
    route({
      method: 'post',
      path: '/api/suspensions/:suspensionId/decline',
      who: deciders,
      summary: 'Decline a proposal, with a note.',
      params: ofSuspension,
      body: declineBody,
      answer: suspension,
      async handle({ principal, params: { suspensionId }, body, language }) {
        await declineSuspension(foundation, principal, suspensionId, body);
        return present(suspensionId, principal, language);
      },
    }),
    route({
      method: 'post',
      path: '/api/suspensions/:suspensionId/lift',
      who: deciders,
      summary: 'End a suspension before its time, with a note.',
      params: ofSuspension,
      body: liftBody,
      answer: suspension,
      async handle({ principal, params: { suspensionId }, body, language }) {
        await liftSuspension(foundation, principal, suspensionId, body);
        return present(suspensionId, principal, language);
      },
    }),
  ];
}
