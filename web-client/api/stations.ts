import { z } from 'zod';
import { type OwnStation, ownStation, station } from '../../server/accounts/schema.ts';
import type { StationKind } from '../../server/edge/access.ts';
import { ProblemError } from './problem.ts';
import { get, post, tell } from './request.ts';

export const readStations = () => get('/api/stations', z.array(station));

export const makeEnrolmentCode = (placeId: string) =>
  post(`/api/stations/${placeId}/enrolment-code`, {}, z.object({ code: z.string(), expiresAt: z.string() }));

export const revokeStation = (placeId: string) => tell('DELETE', `/api/stations/${placeId}/enrolment`);

export const enrolThisDevice = (code: string) => post('/api/station/enrolment', { code }, ownStation);

/** What this device is; null while it is not enrolled, or no longer. */
export async function readOwnStation(kind: StationKind): Promise<OwnStation | null> {
  try {
    return await get(`/api/station/${kind === 'terminal' ? 'terminal' : 'visit-room'}`, ownStation);
  } catch (error) {
    if (error instanceof ProblemError && (error.status === 401 || error.status === 403)) return null;
    throw error;
  }
}
