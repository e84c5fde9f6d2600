import type { Condition, Outcome, PauseReason, Side } from './schema.ts';
import { sides } from './schema.ts';
import type { Attendance, Circumstances, VisitState } from './visit-state.ts';
import { opensAt } from './visit-time.ts';

export const nobodyThere: Attendance = {
  supervisors: [],
  visitors: false,
  prisoner: false,
  recorderWriting: false,
  pausedBy: [],
};

export const isSupervised = ({ supervisors }: Attendance, side: Side) =>
  supervisors.some((supervisor) => supervisor.side === side);

/** What keeps the parties apart now, whatever the keys and the clock say. In the order of the code list. */
export function pauseReasonsOf(attendance: Attendance): PauseReason[] {
  const reasons: [PauseReason, boolean][] = [
    ['supervisor_absent_district', !isSupervised(attendance, 'district')],
    ['supervisor_absent_prison', !isSupervised(attendance, 'prison')],
    ['visitors_lost', !attendance.visitors],
    ['prisoner_lost', !attendance.prisoner],
    ['recorder_not_writing', !attendance.recorderWriting],
    ['officer_pause', attendance.pausedBy.length > 0],
  ];
  return reasons.filter(([, holds]) => holds).map(([reason]) => reason);
}

/** Every condition of a live visit with whether it is met; the one list that opening and the screens both use. */
export function conditionsOf(
  state: VisitState,
  { plan, mediaNodeSound, diskHasRoom, barred }: Circumstances,
  at: string,
): { code: Condition; met: boolean }[] {
  const keys = 'keys' in state ? state.keys : {};
  const attendance = 'attendance' in state ? state.attendance : nobodyThere;
  const wasLive = state.name === 'live' || state.name === 'paused';
  const met: Record<Condition, boolean> = {
    district_key: keys.district !== undefined,
    prison_key: keys.prison !== undefined,
    district_supervisor: isSupervised(attendance, 'district'),
    prison_supervisor: isSupervised(attendance, 'prison'),
    visitors_connected: attendance.visitors,
    prisoner_connected: attendance.prisoner,
    recorder_writing: attendance.recorderWriting,
    not_paused_by_officer: attendance.pausedBy.length === 0,
    time_has_come: wasLive || (at >= opensAt(plan) && at < plan.hardEndAt),
    // What arises while people talk is for the supervisors to decide: nothing cuts them off.
    nothing_bars_it: wasLive || !barred,
    // A visit that has begun is not held up by what may only become a fault: the recorder says when it is one.
    media_node_sound: wasLive || mediaNodeSound,
    disk_has_room: wasLive || diskHasRoom,
  };
  return (Object.entries(met) as [Condition, boolean][]).map(([code, is]) => ({ code, met: is }));
}

/**
 * How a visit is booked that ran into its hard end while it was not live. A side that lost its party is at fault
 * before its absent supervisor is: the whole side was cut off. When everyone is gone, it was the server, which stands at
 * the district.
 */
export function outcomeOfPause(reasons: readonly PauseReason[]): Outcome {
  const has = (reason: PauseReason) => reasons.includes(reason);
  const nobody = sides.every((side) => has(`supervisor_absent_${side}`));
  if (has('visitors_lost') && has('prisoner_lost')) {
    return nobody ? 'TECHNICAL_FAILURE_DISTRICT' : 'TECHNICAL_FAILURE_NETWORK';
  }
  if (has('prisoner_lost')) return 'TECHNICAL_FAILURE_PRISON';
  if (has('visitors_lost')) return 'TECHNICAL_FAILURE_DISTRICT';
  if (has('officer_pause')) return 'TERMINATED_BY_STAFF';
  if (has('supervisor_absent_district') || has('supervisor_absent_prison')) return 'SUPERVISOR_ABSENT';
  return 'TECHNICAL_FAILURE_DISTRICT';
}
