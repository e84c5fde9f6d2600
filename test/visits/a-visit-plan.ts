import { nextState } from '../../server/visits/next-state.ts';
import type {
  Circumstances,
  Officer,
  VisitEvent,
  VisitPlan,
  VisitState,
} from '../../server/visits/visit-state.ts';

/** A visit at ten o'clock in Shanghai, with the rules' defaults. */
export const plan: VisitPlan = {
  visitId: '0193a5a0-0000-7000-8000-000000000001',
  applicationId: '0193a5a0-0000-7000-8000-000000000002',
  prisonId: 'baimaoling',
  prisonerId: '0193a5a0-0000-7000-8000-000000000003',
  visitRoomId: '0193a5a0-0000-7000-8000-000000000004',
  terminalId: '0193a5a0-0000-7000-8000-000000000005',
  startsAt: '2026-11-24T02:00:00.000Z',
  endsAt: '2026-11-24T02:30:00.000Z',
  hardEndAt: '2026-11-24T02:45:00.000Z',
  allowedMs: 30 * 60_000,
  extensionMs: 10 * 60_000,
  earlyStartMs: 15 * 60_000,
  lateGraceMs: 15 * 60_000,
  warningMinutes: [5, 1],
  rules: [],
};

export const sound: Circumstances = { plan, mediaNodeSound: true, diskHasRoom: true, barred: false };

export const districtOfficer: Officer = {
  id: 'd1',
  name: '陈警官',
  role: 'district_supervisor',
  side: 'district',
};
export const prisonOfficer: Officer = { id: 'p1', name: '李警官', role: 'prison_officer', side: 'prison' };

/** Minutes and seconds after ten o'clock, or before it. */
export function at(minutes: number, seconds = 0): string {
  return new Date(Date.parse(plan.startsAt) + minutes * 60_000 + seconds * 1000).toISOString();
}

export const scheduled: VisitState = { name: 'scheduled' };

/** The state after events that none of which is refused. */
export function stateAfter(state: VisitState, ...events: VisitEvent[]): VisitState {
  return events.reduce((before, event) => {
    const { state: next, refused } = nextState(before, event, sound);
    if (refused) throw new Error(`${event.type} was refused: ${refused}`);
    return next;
  }, state);
}

export const turnKey = (by: Officer, when: string): VisitEvent => ({
  type: 'checked',
  at: when,
  by,
  facts: {},
  subjects: [],
  complete: true,
});
export const join = (by: Officer, when: string): VisitEvent => ({
  type: 'supervisor_joined',
  at: when,
  supervisor: { ...by, connectionId: `of-${by.id}` },
});

const everyoneThere = (when: string): VisitEvent[] => [
  join(districtOfficer, when),
  join(prisonOfficer, when),
  { type: 'party_connected', at: when, party: 'visitors' },
  { type: 'party_connected', at: when, party: 'prisoner' },
  { type: 'recorder_writing', at: when },
];

export const checkedIn = stateAfter(scheduled, turnKey(districtOfficer, at(-10)));
export const ready = stateAfter(checkedIn, turnKey(prisonOfficer, at(-9)));
export const live = stateAfter(ready, ...everyoneThere(at(0)));
export const paused = stateAfter(live, { type: 'pause', at: at(10), by: prisonOfficer });
export const ended = stateAfter(live, {
  type: 'stop',
  at: at(10),
  by: prisonOfficer,
  reason: null,
  note: '',
});
