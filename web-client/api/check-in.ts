import type { z } from 'zod';
import {
  type CheckIn,
  checkIn,
  type checkInVisitorsBody,
  type TurnBackReason,
} from '../../server/check-in/schema.ts';
import { get, post } from './request.ts';

export type CheckInVisitorsInput = z.input<typeof checkInVisitorsBody>;

const path = (visitId: string) => `/api/visits/${visitId}/check-in`;

export const readCheckIn = (visitId: string): Promise<CheckIn> => get(path(visitId), checkIn);

export const checkInVisitors = (visitId: string, body: CheckInVisitorsInput): Promise<CheckIn> =>
  post(`${path(visitId)}/visitors`, body, checkIn);

export const confirmPrisoner = (visitId: string, prisonerId: string): Promise<CheckIn> =>
  post(`${path(visitId)}/prisoner`, { prisonerId }, checkIn);

export const turnKeyBack = (visitId: string, reason: TurnBackReason): Promise<CheckIn> =>
  post(`${path(visitId)}/turn-key-back`, { reason }, checkIn);
