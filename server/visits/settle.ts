import { conditionsOf, pauseReasonsOf } from './conditions.ts';
import type { PauseReason } from './schema.ts';
import type {
  BothKeys,
  CheckedIn,
  Circumstances,
  Happening,
  Live,
  Paused,
  Ready,
  VisitState,
} from './visit-state.ts';
import { talkedBy } from './visit-time.ts';

type Settled = { state: VisitState; happened: Happening[] };

/** Brings a visit where its conditions say: ready with both keys, live when all hold, paused when one does not. */
export function settle(state: VisitState, at: string, circumstances: Circumstances): Settled {
  switch (state.name) {
    case 'checked_in':
      return becomeReady(state, at, circumstances);
    case 'ready':
      return goLive(state, at, circumstances);
    case 'live':
      return pauseIfNeeded(state, at, circumstances);
    case 'paused':
      return goOn(state, at);
    default:
      return { state, happened: [] };
  }
}

function happening(kind: Happening['kind'], at: string, facts: Happening['facts'] = {}): Happening {
  return { kind, at, side: null, by: null, facts };
}

function becomeReady(state: CheckedIn, at: string, circumstances: Circumstances): Settled {
  const { district, prison } = state.keys;
  if (!district || !prison) return { state, happened: [] };
  const keys: BothKeys = { district, prison };
  const { state: next, happened } = goLive({ ...state, name: 'ready', keys }, at, circumstances);
  return { state: next, happened: [happening('became_ready', at), ...happened] };
}

function goLive(state: Ready, at: string, circumstances: Circumstances): Settled {
  if (conditionsOf(state, circumstances, at).some(({ met }) => !met)) return { state, happened: [] };
  const { keys, attendance } = state;
  const talk = { talkedMs: 0, extendedMs: 0, warned: [] };
  return {
    state: { name: 'live', keys, attendance, talk, since: at },
    happened: [happening('went_live', at, { first: true })],
  };
}

function pauseIfNeeded(state: Live, at: string, { plan }: Circumstances): Settled {
  const reasons = pauseReasonsOf(state.attendance);
  if (reasons.length === 0) return { state, happened: [] };
  const { keys, attendance } = state;
  const talkedMs = talkedBy(state, plan, at);
  return {
    state: { name: 'paused', keys, attendance, talk: { ...state.talk, talkedMs }, since: at, reasons },
    happened: [happening('paused', at, { reasons, talkedMs })],
  };
}

function goOn(state: Paused, at: string): Settled {
  const reasons = pauseReasonsOf(state.attendance);
  const { keys, attendance, talk } = state;
  if (reasons.length === 0) {
    return {
      state: { name: 'live', keys, attendance, talk, since: at },
      happened: [happening('went_live', at, { first: false, talkedMs: talk.talkedMs })],
    };
  }
  if (sameReasons(reasons, state.reasons)) return { state, happened: [] };
  return { state: { ...state, reasons }, happened: [happening('pause_changed', at, { reasons })] };
}

const sameReasons = (a: readonly PauseReason[], b: readonly PauseReason[]) => a.join() === b.join();
