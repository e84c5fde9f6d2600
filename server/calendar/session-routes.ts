import { DateTime } from 'luxon';
import { z } from 'zod';
import { dayOf } from '../clock.ts';
import {
  edgeRefusals,
  type Route,
  roles,
  route,
  type StaffPrincipal,
  say,
  worksWith,
} from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { addSessionBody, calendarChange, changeSessionBody, endBody } from './change-schema.ts';
import type { CalendarHooks } from './hooks.ts';
import { carryOut, type MakePlan } from './plan.ts';
import { planOf } from './plan-of.ts';
import { planAddedSession, planChangedSession, planEndedSession, sessionKeepers } from './plan-sessions.ts';
import { presentSessions } from './present-sessions.ts';
import { presentWeek } from './present-week.ts';
import { previewPlan } from './preview-plan.ts';
import { calendarPreview, sessionTemplate, sessionTemplatesQuery, week, weekQuery } from './schema.ts';

const ofSession = z.object({ templateId: z.string().max(36) });
/** More than a screen shows. */
const mostDays = 62;

/** The sessions of a prison: what there is, week by week, and changes from a day on. */
export function sessionRoutes(foundation: Foundation, hooks: CalendarHooks): Route[] {
  const { db, clock } = foundation;
  const refuseOthers = async (staff: StaffPrincipal, prisonId: string) => {
    const prison = await db('prisons').where({ id: prisonId }).first('id');
    if (prison === undefined || !worksWith(staff, prisonId)) throw edgeRefusals.not_found();
  };
  const change = (staff: StaffPrincipal, plan: MakePlan) => carryOut(foundation, staff, plan, hooks);
  return [
    route({
      method: 'get',
      path: '/api/session-templates',
      who: roles,
      summary: 'When a prison has visits: every session template, ended ones too.',
      query: sessionTemplatesQuery,
      answer: z.array(sessionTemplate),
      async handle({ principal: staff, query: { prisonId }, language }) {
        await refuseOthers(staff, prisonId);
        return presentSessions(db, prisonId, { staff, today: dayOf(clock.now()), language });
      },
    }),
    route({
      method: 'get',
      path: '/api/calendar',
      who: roles,
      summary:
        'Day by day, the sessions that a prison holds, what closes them, and how many visits are booked.',
      query: weekQuery.refine(isShort, {
        ...say(
          `结束日期不能早于开始日期，且一次最多查询${mostDays}天。`,
          `The last day may not be before the first, and at most ${mostDays} days can be asked for.`,
        ),
        path: ['to'],
      }),
      answer: week,
      async handle({ principal: staff, query, language }) {
        await refuseOthers(staff, query.prisonId);
        const reader = { staff, now: clock.now(), language };
        return presentWeek(db, query, { reader, loadBookedTimes: hooks.loadBookedTimes });
      },
    }),
    route({
      method: 'post',
      path: '/api/calendar/preview',
      who: ['prison_approver', 'district_supervisor', 'administrator'],
      summary: 'Which booked visits a change of the calendar would touch; nothing is changed.',
      body: calendarChange,
      answer: calendarPreview,
      handle: ({ principal: staff, body, language }) =>
        previewPlan(foundation, staff, planOf(body), { ...hooks, language }),
    }),
    route({
      method: 'post',
      path: '/api/session-templates',
      who: sessionKeepers,
      summary: 'Add a session template that holds from a day on.',
      body: addSessionBody,
      answer: 'nothing',
      handle: ({ principal, body }) => change(principal, planAddedSession(body)),
    }),
    route({
      method: 'post',
      path: '/api/session-templates/:templateId/end',
      who: sessionKeepers,
      summary: 'Hold a session for the last time on a day; what was booked later is flagged, not cancelled.',
      params: ofSession,
      body: endBody,
      answer: 'nothing',
      handle: ({ principal, params, body }) =>
        change(principal, planEndedSession({ id: params.templateId, ...body })),
    }),
    route({
      method: 'post',
      path: '/api/session-templates/:templateId/change',
      who: sessionKeepers,
      summary: 'End a session and begin another in its place from a day on, as one step.',
      params: ofSession,
      body: changeSessionBody,
      answer: 'nothing',
      handle: ({ principal, params, body }) =>
        change(principal, planChangedSession({ id: params.templateId, ...body })),
    }),
  ];
}

function isShort({ from, to }: { from: string; to: string }): boolean {
  const days = DateTime.fromISO(to).diff(DateTime.fromISO(from), 'days').days;
  return days >= 0 && days < mostDays;
}
