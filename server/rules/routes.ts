import { z } from 'zod';
import { isoNow } from '../clock.ts';
import { type Route, roles, route } from '../edge/index.ts';
import type { Foundation } from '../foundation.ts';
import { addRuleVersion } from './add-rule-version.ts';
import { ruleChange } from './change-body.ts';
import { presentRules } from './present-rules.ts';
import { type FindUnfitBookings, previewRuleChange } from './preview-rule-change.ts';
import { rule, rulePreview } from './schema.ts';
import { withdrawRuleVersion } from './withdraw-rule-version.ts';

export type RuleHooks = { findUnfitBookings: FindUnfitBookings };

export function ruleRoutes(foundation: Foundation, { findUnfitBookings }: RuleHooks): Route[] {
  const { db, clock } = foundation;
  return [
    route({
      method: 'get',
      path: '/api/rules',
      who: roles,
      summary: 'Every rule with all versions of its value, their sources and since when they hold.',
      answer: z.array(rule),
      handle: ({ principal: staff, language }) => presentRules(db, { staff, language, now: isoNow(clock) }),
    }),
    route({
      method: 'post',
      path: '/api/rules/preview',
      who: ['administrator'],
      summary: 'Which booked visits would not fit a new version of a rule; nothing is changed.',
      body: ruleChange,
      answer: rulePreview,
      handle: ({ body, language }) => previewRuleChange(foundation, findUnfitBookings, body, language),
    }),
    route({
      method: 'post',
      path: '/api/rules',
      who: ['administrator'],
      summary: 'Add a version of a rule that holds from a day on; earlier versions stay.',
      body: ruleChange,
      answer: z.array(rule),
      status: 201,
      async handle({ principal: staff, body, language }) {
        await addRuleVersion(foundation, staff, body);
        return presentRules(db, { staff, language, now: isoNow(clock) }, [body.key]);
      },
    }),
    route({
      method: 'post',
      path: '/api/rules/:versionId/withdrawal',
      who: ['administrator'],
      summary: 'Withdraw a version that is not in force yet; it stays on record.',
      params: z.object({ versionId: z.string().max(36) }),
      answer: z.array(rule),
      async handle({ principal: staff, params, language }) {
        const key = await withdrawRuleVersion(foundation, staff, params.versionId);
        return presentRules(db, { staff, language, now: isoNow(clock) }, [key]);
      },
    }),
  ];
}
