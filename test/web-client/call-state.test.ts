import { expect } from 'chai';
import type { PartySnapshot } from '../../server/visits/schema.ts';
import {
  beforeJoining,
  type CallEvent,
  type CallState,
  nextCallState,
} from '../../web-client/call/call-state.ts';
import { statusOf } from '../../web-client/station/status-of.ts';

const snapshot = (version: number, state: PartySnapshot['state']): PartySnapshot => ({
  audience: 'party',
  visitId: '0199a000-0000-7000-8000-000000000001',
  version,
  party: 'visitors',
  state,
  clock: {
    serverTime: '2026-11-24T06:00:00.000Z',
    counting: state === 'live',
    remainingMs: 1_800_000,
    startsAt: '2026-11-24T06:00:00.000Z',
    hardEndAt: '2026-11-24T06:45:00.000Z',
  },
  waitingFor: [],
  ending: null,
});

const stateAfter = (...events: CallEvent[]): CallState => events.reduce(nextCallState, beforeJoining);
const joined: CallEvent = { type: 'joined', snapshot: snapshot(3, 'live'), now: 10 };
const track = {} as MediaStreamTrack;
const received: CallEvent = { type: 'trackReceived', party: 'prisoner', kind: 'video', track };

describe('the state of a call', () => {
  it('never goes back to an older state of the visit that arrives late', () => {
    const state = stateAfter(joined, { type: 'stateArrived', snapshot: snapshot(2, 'ready'), now: 20 });
    expect(state.snapshot?.version).to.equal(3);
    expect(state.snapshotArrivedAt).to.equal(10);
  });

  it('keeps what the visit was like, and nothing of the media, when the line is lost', () => {
    const state = stateAfter(joined, received, { type: 'lineLost' });
    expect(state).to.include({ line: 'lost', mediaPath: 'connecting' });
    expect(state.snapshot?.state).to.equal('live');
    expect(state.received.prisoner.video).to.equal(undefined);
  });

  it('stays closed when the line goes away after the server closed it for good', () => {
    const refusal = { code: 'replaced', title: 'opened elsewhere' };
    const state = stateAfter(joined, { type: 'refused', refusal, final: true }, { type: 'lineLost' });
    expect(state).to.include({ line: 'closed', refusal });
  });

  it('forgets a refusal with the next joining', () => {
    const refusal = { code: 'check_in_not_begun', title: 'wait' };
    expect(stateAfter({ type: 'refused', refusal, final: false }, joined).refusal).to.equal(null);
  });

  it('replaces one track of a party without touching the other party', () => {
    const state = stateAfter(joined, received, { type: 'trackEnded', party: 'visitors', kind: 'audio' });
    expect(state.received.prisoner.video).to.equal(track);
  });
});

describe('what a station says', () => {
  const say = (...events: CallEvent[]) => statusOf(stateAfter(...events)).title;

  it('speaks of the network before it speaks of the visit, whose state may be old', () => {
    expect(say(joined)).to.equal('live');
    expect(say(joined, { type: 'lineLost' })).to.equal('lineLost');
    expect(say(joined, { type: 'mediaPathChanged', mediaPath: 'broken' })).to.equal('mediaBroken');
  });

  it('gives the reasons of a pause, and what happens next', () => {
    const paused = stateAfter(joined, { type: 'stateArrived', snapshot: snapshot(4, 'paused'), now: 20 });
    expect(statusOf(paused)).to.deep.equal({
      tone: 'waiting',
      title: 'paused',
      next: 'pausedNext',
      showWaits: true,
    });
  });
});
