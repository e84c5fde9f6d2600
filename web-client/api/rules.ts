import { z } from 'zod';
import { rule } from '../../server/rules/schema.ts';
import { get } from './request.ts';

export const readRules = () => get('/api/rules', z.array(rule));
