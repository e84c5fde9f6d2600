import { z } from 'zod';
import { lookupAnswer, prisoner, type UnmaskReason, unmaskedVisitor } from '../../server/people/schema.ts';
import { get, post } from './request.ts';

export const searchPrisoners = (search: string, prisonId?: string) =>
  get('/api/prisoners', z.array(prisoner), { search, prisonId });

/** Whether a person is known from before; answers nothing in the clear. */
export const lookUpVisitor = (idNumber: string) => post('/api/visitors/lookup', { idNumber }, lookupAnswer);

export const unmaskVisitor = (visitorId: string, applicationId: string, reason: UnmaskReason) =>
  post(`/api/visitors/${visitorId}/unmask`, { applicationId, reason }, unmaskedVisitor);
