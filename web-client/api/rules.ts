import { z } from 'zod';
import { type RuleChange, rule, rulePreview } from '../../server/rules/schema.ts';
import { get, post } from './request.ts';

export const readRules = () => get('/api/rules', z.array(rule));

export const previewRuleChange = (change: RuleChange) => post('/api/rules/preview', change, rulePreview);

export const addRuleVersion = (change: RuleChange) => post('/api/rules', change, z.array(rule));

export const withdrawRuleVersion = (versionId: string) =>
  post(`/api/rules/${versionId}/withdrawal`, {}, z.array(rule));
