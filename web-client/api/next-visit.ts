import type { StationKind } from '../../server/edge/access.ts';
import { nextVisit } from '../../server/visits/schema.ts';
import { get } from './request.ts';

/** The visit that this device waits for. */
export const readNextVisit = (kind: StationKind) =>
  get(`/api/station/${kind === 'terminal' ? 'terminal' : 'visit-room'}/next-visit`, nextVisit);
