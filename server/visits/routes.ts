import { attentionOf, barAmong, openReasonsOf } from '../bookings/index.ts';
import { isoNow } from '../clock.ts';
import {
  edgeRefusals,
  type Language,
  type Route,
  route,
  type StaffPrincipal,
  worksWith,
} from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { actingIn, visitActs } from './act-on-visit.ts';
import { allowedActions } from './allowed-actions.ts';
import { listVisits, readBy, summariseVisit, today } from './list-visits.ts';
import { loadVisit } from './load-visit.ts';
import { findNextVisit } from './next-visit.ts';
import { actingRoles } from './officers.ts';
import {
  closeWithoutVisitBody,
  completeStopReasonBody,
  extendBody,
  finishBody,
  nextVisit,
  stopBody,
  type TimelineEntry,
  type VisitDetail,
  visitDetail,
  visitList,
  visitListQuery,
  visitParams,
  warnBody,
} from './schema.ts';
import { supervisorSnapshotOf } from './snapshot.ts';
import type { SystemHealth } from './system-health.ts';
import { timelineOf } from './tables.ts';
import type { VisitSession } from './visit-session.ts';

export type VisitRouteTools = {
  sessionOf(visitId: string): Promise<VisitSession>;
  system: SystemHealth;
};

const readingRoles = [...actingRoles, 'prison_approver', 'auditor'] as const;

export function visitRoutes(foundation: Foundation, { sessionOf, system }: VisitRouteTools): Route[] {
  const { db, clock } = foundation;

  async function describe(
    visitId: string,
    principal: StaffPrincipal,
    language: Language,
  ): Promise<VisitDetail> {
    const record = await loadVisit(db, visitId);
    if (!worksWith(principal, record.plan.prisonId)) throw edgeRefusals.not_found();
    const at = isoNow(clock);
    const reasons = record.state.name === 'ended' ? [] : await openReasonsOf(db, visitId);
    const barred = barAmong(reasons) !== undefined;
    const visit = { ...record, ...(await system.look()), barred };
    return {
      ...readBy(principal.role, await summariseVisit(db, record.plan, record.state)),
      now: supervisorSnapshotOf(visit, at),
      attention: attentionOf(reasons, language),
      timeline: (await timelineOf(db, visitId)).map(toTimelineEntry),
      actions: allowedActions(principal, visit, at, language),
    };
  }

  const acting = async (visitId: string, principal: StaffPrincipal) =>
    actingIn(await sessionOf(visitId), principal, clock);

  const common = { method: 'post', who: actingRoles, params: visitParams, answer: visitDetail } as const;

  return [
    route({
      method: 'get',
      path: '/api/visits',
      who: readingRoles,
      summary: 'The visits of a day, today unless another is given.',
      query: visitListQuery,
      answer: visitList,
      async handle({ principal, query }) {
        const day = query.day ?? today(clock);
        const visits = await listVisits(db, { day, prisonId: principal.prisonId });
        return { day, visits: visits.map((visit) => readBy(principal.role, visit)) };
      },
    }),
    route({
      method: 'get',
      path: '/api/visits/:visitId',
      who: readingRoles,
      summary: 'One visit: its state, its timeline, and what may be done now.',
      params: visitParams,
      answer: visitDetail,
      handle: ({ params, principal, language }) => describe(params.visitId, principal, language),
    }),
    route({
      ...common,
      path: '/api/visits/:visitId/warn',
      summary: 'Show a ready-made warning to both parties.',
      body: warnBody,
      async handle({ params, principal, body, language }) {
        await visitActs.warn(await acting(params.visitId, principal), body);
        return describe(params.visitId, principal, language);
      },
    }),
    route({
      ...common,
      path: '/api/visits/:visitId/pause',
      summary: 'Pause the visit for one’s own body.',
      async handle({ params, principal, language }) {
        await visitActs.pause(await acting(params.visitId, principal));
        return describe(params.visitId, principal, language);
      },
    }),
    route({
      ...common,
      path: '/api/visits/:visitId/resume',
      summary: 'Lift the pause of one’s own body.',
      async handle({ params, principal, language }) {
        await visitActs.resume(await acting(params.visitId, principal));
        return describe(params.visitId, principal, language);
      },
    }),
    route({
      ...common,
      path: '/api/visits/:visitId/extend',
      who: ['prison_officer'],
      summary: 'Extend the visit once by the amount of the rule.',
      body: extendBody,
      async handle({ params, principal, body, language }) {
        await visitActs.extend(await acting(params.visitId, principal), body);
        return describe(params.visitId, principal, language);
      },
    }),
    route({
      ...common,
      path: '/api/visits/:visitId/stop',
      summary: 'Stop the visit at once; the reason may follow.',
      body: stopBody,
      async handle({ params, principal, body, language }) {
        await visitActs.stop(await acting(params.visitId, principal), body);
        return describe(params.visitId, principal, language);
      },
    }),
    route({
      ...common,
      path: '/api/visits/:visitId/complete-stop-reason',
      summary: 'Say why one’s own body stopped the visit.',
      body: completeStopReasonBody,
      async handle({ params, principal, body, language }) {
        await visitActs.completeStopReason(await acting(params.visitId, principal), body);
        return describe(params.visitId, principal, language);
      },
    }),
    route({
      ...common,
      path: '/api/visits/:visitId/finish',
      summary: 'End a visit before its time without a violation.',
      body: finishBody,
      async handle({ params, principal, body, language }) {
        await visitActs.finish(await acting(params.visitId, principal), body);
        return describe(params.visitId, principal, language);
      },
    }),
    route({
      ...common,
      path: '/api/visits/:visitId/close-without-visit',
      summary: 'Close a visit that never went live, with its outcome.',
      body: closeWithoutVisitBody,
      async handle({ params, principal, body, language }) {
        await visitActs.closeWithoutVisit(await acting(params.visitId, principal), body);
        return describe(params.visitId, principal, language);
      },
    }),
    // A browser can hold a key of each kind: the path says which one is meant.
    route({
      method: 'get',
      path: '/api/station/visit-room/next-visit',
      who: ['visit_room'],
      summary: 'What this visit room waits for today.',
      answer: nextVisit,
      handle: ({ principal }) => findNextVisit(db, clock, principal),
    }),
    route({
      method: 'get',
      path: '/api/station/terminal/next-visit',
      who: ['terminal'],
      summary: 'What this terminal waits for today.',
      answer: nextVisit,
      handle: ({ principal }) => findNextVisit(db, clock, principal),
    }),
  ];
}

function toTimelineEntry(row: Awaited<ReturnType<typeof timelineOf>>[number]): TimelineEntry {
  const facts = JSON.parse(row.facts) as Record<string, unknown>;
  return {
    position: row.position,
    at: row.at,
    kind: row.kind,
    side: row.side,
    by: row.by_staff_id === null ? null : { id: row.by_staff_id, name: row.by_name ?? '' },
    facts: row.note === '' ? facts : { ...facts, note: row.note },
  };
}
