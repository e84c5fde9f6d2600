import { conditionsOf, pauseReasonsOf } from './conditions.ts';
import type { Attendee } from './connections.ts';
import {
  type PartySnapshot,
  type PartyWait,
  type SupervisorSnapshot,
  sides,
  type VisitClock,
  type VisitSnapshot,
} from './schema.ts';
import type { SystemFacts } from './system-health.ts';
import type { Ended, VisitPlan, VisitState } from './visit-state.ts';
import { remainingAt } from './visit-time.ts';

export type VisitNow = SystemFacts & {
  state: VisitState;
  plan: VisitPlan;
  version: number;
  barred: boolean;
};

/** What one connection may see of a visit at this moment. */
export function snapshotFor(attendee: Attendee, visit: VisitNow, at: string): VisitSnapshot {
  if (attendee.kind === 'supervisor') return supervisorSnapshotOf(visit, at);
  const { state, plan, version } = visit;
  return {
    audience: 'party',
    visitId: plan.visitId,
    version,
    party: attendee.party,
    state: state.name,
    clock: clockOf(visit, at),
    waitingFor: waitsOf(visit, at),
    ending: state.name === 'ended' ? endingOf(state) : null,
  };
}

export function supervisorSnapshotOf(visit: VisitNow, at: string): SupervisorSnapshot {
  const { state, plan, version } = visit;
  const keys = 'keys' in state ? state.keys : {};
  const attendance = 'attendance' in state ? state.attendance : undefined;
  const ended = state.name === 'ended' ? state : undefined;
  return {
    audience: 'supervisor',
    visitId: plan.visitId,
    version,
    state: state.name,
    clock: clockOf(visit, at),
    keys: sides.flatMap((side) => {
      const key = keys[side];
      return key ? [{ side, ...key }] : [];
    }),
    supervisors: (attendance?.supervisors ?? []).map(({ id, name, side }) => ({ id, name, side })),
    conditions: ended ? [] : conditionsOf(state, visit, at),
    pauseReasons: state.name === 'paused' ? state.reasons : [],
    pausedBy: attendance?.pausedBy ?? [],
    outcome: ended?.outcome ?? null,
    stopReason: ended?.stop?.reason ?? null,
    stoppedBy: ended?.stop?.side ?? null,
    stopReasonMissing: isStopReasonMissing(state),
    endedAt: ended?.at ?? null,
  };
}

export const isStopReasonMissing = (state: VisitState) =>
  state.name === 'ended' && state.stop !== null && state.stop.reason === null;

function clockOf({ state, plan }: VisitNow, at: string): VisitClock {
  const running = state.name === 'live' || state.name === 'paused';
  return {
    serverTime: at,
    counting: state.name === 'live',
    remainingMs: running ? remainingAt(state, plan, at) : null,
    startsAt: plan.startsAt,
    hardEndAt: plan.hardEndAt,
  };
}

/** Supervisors are unseen: their absence, their pause and a missing key are all "the staff" to a party. */
function waitsOf(visit: VisitNow, at: string): PartyWait[] {
  const { state } = visit;
  if (state.name === 'live' || state.name === 'ended') return [];
  if (state.name === 'scheduled' || state.name === 'checked_in') return ['staff'];
  const unmet = new Set(
    conditionsOf(state, visit, at)
      .filter(({ met }) => !met)
      .map(({ code }) => code),
  );
  const reasons = pauseReasonsOf(state.attendance);
  const waits: Record<PartyWait, boolean> = {
    time: unmet.has('time_has_come'),
    staff:
      unmet.has('nothing_bars_it') ||
      reasons.some((reason) => reason.startsWith('supervisor_absent') || reason === 'officer_pause'),
    visitors_lost: reasons.includes('visitors_lost'),
    prisoner_lost: reasons.includes('prisoner_lost'),
    system: unmet.has('recorder_writing') || unmet.has('media_node_sound') || unmet.has('disk_has_room'),
  };
  return (Object.keys(waits) as PartyWait[]).filter((wait) => waits[wait]);
}

function endingOf({ outcome }: Ended): PartySnapshot['ending'] {
  if (outcome.startsWith('TECHNICAL_FAILURE') || outcome === 'SUPERVISOR_ABSENT') return 'fault';
  if (outcome.endsWith('COMPLETED_EARLY')) return 'finished_early';
  return outcome === 'COMPLETED_NORMALLY' ? 'completed' : 'ended_by_staff';
}
