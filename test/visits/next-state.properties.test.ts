import { expect } from 'chai';
import fc from 'fast-check';
import { nextState } from '../../server/visits/next-state.ts';
import { closingOutcomes, finishingOutcomes } from '../../server/visits/schema.ts';
import type { Circumstances, VisitEvent, VisitState } from '../../server/visits/visit-state.ts';
import { talkedBy } from '../../server/visits/visit-time.ts';
import { at, districtOfficer, join, plan, prisonOfficer, scheduled, sound, turnKey } from './a-visit-plan.ts';

const officer = fc.constantFrom(districtOfficer, prisonOfficer);
const party = fc.constantFrom('visitors' as const, 'prisoner' as const);
const connectionId = fc.constantFrom('a', 'b', 'c');

/** What can happen, without its time. */
const happening: fc.Arbitrary<Omit<VisitEvent, 'at'>> = fc.oneof(
  fc.record({
    type: fc.constant('checked' as const),
    by: officer,
    facts: fc.constant({}),
    subjects: fc.constant([]),
    complete: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('supervisor_joined' as const),
    supervisor: fc
      .tuple(officer, connectionId)
      .map(([by, connection]) => ({ ...by, connectionId: connection })),
  }),
  fc.record({ type: fc.constant('supervisor_left' as const), connectionId }),
  fc.record({ type: fc.constant('party_connected' as const), party }),
  fc.record({ type: fc.constant('party_connected' as const), party }),
  fc.record({ type: fc.constant('party_lost' as const), party }),
  fc.record({ type: fc.constant('recorder_writing' as const) }),
  fc.record({ type: fc.constant('recorder_failed' as const), reason: fc.constant('') }),
  fc.record({ type: fc.constant('pause' as const), by: officer }),
  fc.record({ type: fc.constant('resume' as const), by: officer }),
  fc.record({ type: fc.constant('extend' as const), by: officer, note: fc.constant('-') }),
  fc.record({ type: fc.constant('time' as const) }),
);
const rareHappening: fc.Arbitrary<Omit<VisitEvent, 'at'>> = fc.oneof(
  fc.record({ type: fc.constant('key_turned_back' as const), by: officer, reason: fc.constant('mistake') }),
  fc.record({ type: fc.constant('media_lost' as const) }),
  fc.record({
    type: fc.constant('stop' as const),
    by: officer,
    reason: fc.constant(null),
    note: fc.constant(''),
  }),
  fc.record({
    type: fc.constant('finish' as const),
    by: officer,
    outcome: fc.constantFrom(...finishingOutcomes),
    note: fc.constant(''),
  }),
  fc.record({
    type: fc.constant('close_without_visit' as const),
    by: officer,
    outcome: fc.constantFrom(...closingOutcomes),
    note: fc.constant(''),
  }),
  fc.record({ type: fc.constant('recovered' as const), aliveAt: fc.constant(at(0)) }),
);

/** Most of what has to happen before a visit goes live, in any order. */
const opening: fc.Arbitrary<Omit<VisitEvent, 'at'>[]> = fc.shuffledSubarray(
  [
    ...[districtOfficer, prisonOfficer].flatMap((by) => [turnKey(by, ''), join(by, '')]),
    { type: 'party_connected' as const, party: 'visitors' as const },
    { type: 'party_connected' as const, party: 'prisoner' as const },
    { type: 'recorder_writing' as const },
  ],
  { minLength: 6 },
);

const gapSeconds = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 30 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 600 }) },
);
const later = fc.array(
  fc.record({
    happening: fc.oneof({ weight: 15, arbitrary: happening }, { weight: 1, arbitrary: rareHappening }),
    gapSeconds,
  }),
  { minLength: 1, maxLength: 80 },
);

/** A story: events in time, from twenty minutes before ten o'clock until, often, after the hard end. */
const story = fc
  .record({ opening, twice: fc.boolean(), gapSeconds, later })
  .map(({ opening: first, twice, gapSeconds: gap, later: rest }) => {
    let seconds = -20 * 60;
    const again = twice ? [...first, ...first] : first;
    const entries = [...again.map((event) => ({ happening: event, gapSeconds: gap })), ...rest];
    return entries.map((entry): VisitEvent => {
      seconds += entry.gapSeconds;
      return { ...entry.happening, at: at(0, seconds) } as VisitEvent;
    });
  });
const circumstances = fc
  .record({ mediaNodeSound: fc.boolean(), diskHasRoom: fc.boolean() })
  .map((faults): Circumstances => (faults.mediaNodeSound ? { ...sound, ...faults } : sound));

/** Tells a story, and looks at every step of it. */
function tell(
  events: readonly VisitEvent[],
  around: Circumstances,
  look: (before: VisitState, event: VisitEvent, transition: ReturnType<typeof nextState>) => void,
): void {
  events.reduce((before: VisitState, event) => {
    const transition = nextState(before, event, around);
    look(before, event, transition);
    return transition.state;
  }, scheduled);
}

describe('whatever happens to a visit', function () {
  this.timeout(60_000);
  const runs = { numRuns: 2000 };

  it('the gate is open only with both keys, both supervisors, both parties, the recorder writing and no pause', () => {
    let wasLive = 0;
    fc.assert(
      fc.property(story, circumstances, (events, around) => {
        let gate = 'shut';
        tell(events, around, (_before, event, { state, effects }) => {
          for (const effect of effects) {
            if (effect.do === 'open_gate') gate = 'open';
            if (effect.do === 'shut_gate') gate = 'shut';
          }
          expect(gate).to.equal(state.name === 'live' ? 'open' : 'shut');
          if (state.name !== 'live') return;
          wasLive += 1;
          const { keys, attendance } = state;
          expect(keys.district && keys.prison).to.be.an('object');
          expect(new Set(attendance.supervisors.map(({ side }) => side))).to.have.property('size', 2);
          expect(attendance).to.include({ visitors: true, prisoner: true, recorderWriting: true });
          expect(attendance.pausedBy).to.deep.equal([]);
          expect(event.at >= at(-15)).to.equal(true);
          expect(event.at < plan.hardEndAt).to.equal(true);
        });
      }),
      runs,
    );
    expect(wasLive, 'stories in which the visit was live').to.be.greaterThan(500);
  });

  it('an ended visit stays ended, with its outcome', () => {
    fc.assert(
      fc.property(story, (events) => {
        tell(events, sound, (before, _event, { state, effects }) => {
          if (before.name !== 'ended') return;
          expect(state).to.deep.include({ name: 'ended', outcome: before.outcome, at: before.at });
          expect(effects).to.deep.equal([]);
        });
      }),
      runs,
    );
  });

  it('a stop of either body ends it, unless it has not begun', () => {
    fc.assert(
      fc.property(story, officer, (events, by) => {
        tell(events, sound, (_before, event, { state }) => {
          if (state.name === 'scheduled') return;
          const stop: VisitEvent = { type: 'stop', at: event.at, by, reason: null, note: '' };
          const { state: stopped, effects } = nextState(state, stop, sound);
          expect(stopped.name).to.equal('ended');
          if (state.name === 'live') expect(effects[0]).to.deep.equal({ do: 'shut_gate' });
        });
      }),
      runs,
    );
  });

  it('the parties never have more time than was allowed, and lose none of it to pauses', () => {
    fc.assert(
      fc.property(story, (events) => {
        let expected = 0;
        let since: string | undefined;
        tell(events, sound, (before, event, { state }) => {
          if (event.type === 'recovered') return;
          const stillLive = before.name === 'live' && state.name === 'live';
          if (state.name === 'live' && !stillLive) since = event.at;
          if (before.name === 'live' && state.name === 'paused') {
            expected = state.talk.talkedMs;
            expect(since).to.be.a('string');
          }
          if (state.name === 'live' || state.name === 'paused') {
            const talked = talkedBy(state, plan, event.at);
            expect(talked).to.be.at.least(expected);
            expect(talked).to.be.at.most(plan.allowedMs + plan.extensionMs);
          }
        });
      }),
      runs,
    );
  });

  it('every change of state is written, and what is refused changes nothing but what time did', () => {
    fc.assert(
      fc.property(story, circumstances, (events, around) => {
        tell(events, around, (before, event, { state, happened, refused }) => {
          if (JSON.stringify(before) !== JSON.stringify(state)) expect(happened).to.not.deep.equal([]);
          if (!refused) return;
          const alone = nextState(before, { type: 'time', at: event.at }, around);
          expect(state).to.deep.equal(alone.state);
        });
      }),
      runs,
    );
  });
});
