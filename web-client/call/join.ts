import type { StationKind } from '../../server/edge/access.ts';
import type { Language } from '../../server/edge/language.ts';
import type { Capture } from './capture.ts';
import { openVisitCall, type VisitCall } from './visit-call.ts';

/** Takes part as one of the two ends. The capture has to be running; it stays the caller's to close. */
export function joinAsParty(
  visitId: string,
  station: StationKind,
  capture: Capture,
  language: Language,
): VisitCall {
  return openVisitCall({ visitId, as: station, capture, language });
}

/** Sees and hears both ends and is seen and heard by neither. */
export function joinAsSupervisor(visitId: string, language: Language): VisitCall {
  return openVisitCall({ visitId, as: 'supervisor', language });
}
