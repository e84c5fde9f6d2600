import type { Party } from '../../sfu/media-node.ts';
import { nobodyThere, pauseReasonsOf } from './conditions.ts';
import { closeWithoutVisit, completeStopReason, finish, stop } from './ending-steps.ts';
import type { Side } from './schema.ts';
import { acted, type EventOf, refuse, type Step } from './step.ts';
import type {
  Attendance,
  Attended,
  Circumstances,
  Happening,
  Live,
  Paused,
  Ready,
  VisitEvent,
  VisitState,
} from './visit-state.ts';
import { talkedBy } from './visit-time.ts';

/** What each event does by itself; whether the visit then goes live or pauses is `settle`'s business. */
const steps: {
  [T in VisitEvent['type']]: (state: VisitState, event: EventOf<T>, circumstances: Circumstances) => Step;
} = {
  checked(state, { at, by, facts, subjects, complete }) {
    const attended: VisitState =
      state.name === 'scheduled' ? { name: 'checked_in', keys: {}, attendance: nobodyThere } : state;
    if (attended.name === 'ended') return refuse(state, 'visit_ended');
    if (attended.name !== 'checked_in' || attended.keys[by.side]) return refuse(state, 'key_already_turned');
    const kind = by.side === 'district' ? 'visitors_checked' : 'prisoner_confirmed';
    const checked: Happening = { kind, at, side: by.side, by, facts, subjects };
    if (!complete) return { state: attended, happened: [checked] };
    const keys = { ...attended.keys, [by.side]: { by: { id: by.id, name: by.name }, at } };
    return {
      state: { ...attended, keys },
      happened: [checked, acted('key_turned', at, by)],
    };
  },

  key_turned_back(state, { at, by, reason }) {
    if (state.name === 'ended') return refuse(state, 'visit_ended');
    if (state.name === 'live' || state.name === 'paused') return refuse(state, 'was_live');
    if (state.name === 'scheduled' || !state.keys[by.side]) return refuse(state, 'key_not_turned');
    const { [by.side]: _turnedBack, ...keys } = state.keys;
    return {
      state: { name: 'checked_in', keys, attendance: state.attendance },
      happened: [acted('key_turned_back', at, by, { reason })],
    };
  },

  supervisor_joined(state, { at, supervisor }) {
    return whileAttended(state, (attendance) =>
      attendance.supervisors.some(({ connectionId }) => connectionId === supervisor.connectionId)
        ? undefined
        : {
            attendance: { ...attendance, supervisors: [...attendance.supervisors, supervisor] },
            happened: [acted('supervisor_joined', at, supervisor)],
          },
    );
  },

  supervisor_left(state, { at, connectionId }) {
    return whileAttended(state, (attendance) => {
      const left = attendance.supervisors.find((there) => there.connectionId === connectionId);
      return (
        left && {
          attendance: {
            ...attendance,
            supervisors: attendance.supervisors.filter((there) => there !== left),
          },
          happened: [acted('supervisor_left', at, left)],
        }
      );
    });
  },

  party_connected: (state, { at, party }) =>
    whileAttended(state, (attendance) => change(attendance, party, true, at, `${party}_connected`)),

  party_lost: (state, { at, party }) =>
    whileAttended(state, (attendance) => change(attendance, party, false, at, `${party}_lost`)),

  recorder_writing: (state, { at }) =>
    whileAttended(state, (attendance) => change(attendance, 'recorderWriting', true, at, 'recorder_writing')),

  recorder_waiting: (state, { at }) =>
    whileAttended(state, (attendance) =>
      change(attendance, 'recorderWriting', false, at, 'recorder_waiting'),
    ),

  recorder_failed: (state, { at, reason }) =>
    whileAttended(state, (attendance) =>
      change(attendance, 'recorderWriting', false, at, 'recorder_failed', reason),
    ),

  media_lost: (state, { at }) =>
    whileAttended(state, (attendance) =>
      attendance.visitors || attendance.prisoner || attendance.recorderWriting
        ? {
            attendance: { ...attendance, visitors: false, prisoner: false, recorderWriting: false },
            happened: [{ kind: 'media_lost', at, side: null, by: null, facts: {} }],
          }
        : undefined,
    ),

  warn(state, { at, by, warning }) {
    if (state.name === 'ended') return refuse(state, 'visit_ended');
    if (!isOpen(state)) return refuse(state, 'not_checked_in');
    return { state, happened: [acted('warned', at, by, { warning })] };
  },

  pause(state, { at, by }) {
    if (state.name === 'ended') return refuse(state, 'visit_ended');
    if (!isOpen(state)) return refuse(state, 'not_checked_in');
    const { pausedBy } = state.attendance;
    if (pausedBy.includes(by.side)) return refuse(state, 'already_paused');
    return {
      state: { ...state, attendance: { ...state.attendance, pausedBy: [...pausedBy, by.side] } },
      happened: [acted('officer_paused', at, by)],
    };
  },

  resume(state, { at, by }) {
    if (state.name === 'ended') return refuse(state, 'visit_ended');
    if (!('attendance' in state) || !state.attendance.pausedBy.includes(by.side)) {
      return refuse(state, 'not_paused_by_you');
    }
    const pausedBy: Side[] = state.attendance.pausedBy.filter((side) => side !== by.side);
    return {
      state: { ...state, attendance: { ...state.attendance, pausedBy } },
      happened: [acted('officer_resumed', at, by)],
    };
  },

  extend(state, { at, by, note }, { plan }) {
    // First: what the other side alone may do is not offered, at any time.
    if (by.side !== 'prison') return refuse(state, 'not_yours_to_say');
    if (state.name === 'ended') return refuse(state, 'visit_ended');
    if (state.name !== 'live' && state.name !== 'paused') return refuse(state, 'not_yet_live');
    if (plan.extensionMs === 0) return refuse(state, 'no_extension');
    if (state.talk.extendedMs > 0) return refuse(state, 'already_extended');
    // The warnings that were given are given again when they become true again.
    const talk = { ...state.talk, extendedMs: plan.extensionMs, warned: [] };
    return {
      state: { ...state, talk },
      happened: [acted('extended', at, by, { extendedMs: plan.extensionMs }, note)],
    };
  },

  stop,
  finish,
  complete_stop_reason: completeStopReason,
  close_without_visit: closeWithoutVisit,

  time: (state) => ({ state, happened: [] }),

  recovered(state, { at, aliveAt }, { plan }) {
    if (!isAttended(state)) return { state, happened: [] };
    const attendance: Attendance = { ...nobodyThere, pausedBy: state.attendance.pausedBy };
    const recovered: Happening = { kind: 'recovered', at, side: null, by: null, facts: { aliveAt } };
    if (state.name !== 'live') {
      const { supervisors, visitors, prisoner, recorderWriting } = state.attendance;
      const nobodyWas = supervisors.length === 0 && !visitors && !prisoner && !recorderWriting;
      return nobodyWas ? { state, happened: [] } : { state: { ...state, attendance }, happened: [recovered] };
    }
    // What was talked after the last sign of life is not known; the parties are not charged for it.
    const talkedMs = talkedBy(state, plan, aliveAt);
    const { keys, talk } = state;
    const reasons = pauseReasonsOf(attendance);
    return {
      state: { name: 'paused', keys, attendance, talk: { ...talk, talkedMs }, since: aliveAt, reasons },
      happened: [{ ...recovered, facts: { aliveAt, talkedMs } }],
    };
  },
};

export function takeStep(state: VisitState, event: VisitEvent, circumstances: Circumstances): Step {
  const step = steps[event.type] as (
    state: VisitState,
    event: VisitEvent,
    circumstances: Circumstances,
  ) => Step;
  return step(state, event, circumstances);
}

type Changed = { attendance: Attendance; happened: Happening[] };

/** Before check-in and after the end nobody attends: what is reported then changes nothing. */
function whileAttended(state: VisitState, changed: (attendance: Attendance) => Changed | undefined): Step {
  if (!isAttended(state)) return { state, happened: [] };
  const change = changed(state.attendance);
  if (!change) return { state, happened: [] };
  return { state: { ...state, attendance: change.attendance }, happened: change.happened };
}

function change(
  attendance: Attendance,
  what: Party | 'recorderWriting',
  is: boolean,
  at: string,
  kind: Happening['kind'],
  note?: string,
): Changed | undefined {
  if (attendance[what] === is) return undefined;
  return {
    attendance: { ...attendance, [what]: is },
    happened: [{ kind, at, side: null, by: null, facts: {}, note }],
  };
}

const isAttended = (state: VisitState): state is Attended =>
  state.name !== 'scheduled' && state.name !== 'ended';

const isOpen = (state: VisitState): state is Ready | Live | Paused =>
  isAttended(state) && state.name !== 'checked_in';
