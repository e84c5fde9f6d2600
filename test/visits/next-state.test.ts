import { expect } from 'chai';
import { nextState } from '../../server/visits/next-state.ts';
import type { VisitEvent, VisitState } from '../../server/visits/visit-state.ts';
import { remainingAt } from '../../server/visits/visit-time.ts';
import {
  at,
  checkedIn,
  districtOfficer,
  ended,
  join,
  live,
  paused,
  plan,
  prisonOfficer,
  ready,
  scheduled,
  sound,
  stateAfter,
  turnKey,
} from './a-visit-plan.ts';

const states: Record<VisitState['name'], VisitState> = {
  scheduled,
  checked_in: checkedIn,
  ready,
  live,
  paused,
  ended,
};
const when = at(12);
const by = districtOfficer;

/** For each event, and each state that it meets in the order of `states`: the next state, `=` for no change, or the refusal. */
const table: [VisitEvent, Record<VisitState['name'], string>][] = [
  [
    turnKey(prisonOfficer, when),
    {
      scheduled: 'checked_in',
      checked_in: 'ready',
      ready: 'refused: key_already_turned',
      live: 'refused: key_already_turned',
      paused: 'refused: key_already_turned',
      ended: 'refused: visit_ended',
    },
  ],
  [
    { ...turnKey(prisonOfficer, when), complete: false } as VisitEvent,
    {
      scheduled: 'checked_in',
      checked_in: 'checked_in',
      ready: 'refused: key_already_turned',
      live: 'refused: key_already_turned',
      paused: 'refused: key_already_turned',
      ended: 'refused: visit_ended',
    },
  ],
  [
    { type: 'key_turned_back', at: when, by, reason: 'mistake' },
    {
      scheduled: 'refused: key_not_turned',
      checked_in: 'checked_in',
      ready: 'checked_in',
      live: 'refused: was_live',
      paused: 'refused: was_live',
      ended: 'refused: visit_ended',
    },
  ],
  [
    join({ ...by, id: 'another' }, when),
    { scheduled: '=', checked_in: 'checked_in', ready: 'ready', live: 'live', paused: 'paused', ended: '=' },
  ],
  [
    { type: 'supervisor_left', at: when, connectionId: 'of-d1' },
    { scheduled: '=', checked_in: '=', ready: '=', live: 'paused', paused: 'paused', ended: '=' },
  ],
  [
    { type: 'supervisor_left', at: when, connectionId: 'unknown' },
    { scheduled: '=', checked_in: '=', ready: '=', live: '=', paused: '=', ended: '=' },
  ],
  [
    { type: 'party_connected', at: when, party: 'visitors' },
    { scheduled: '=', checked_in: 'checked_in', ready: 'ready', live: '=', paused: '=', ended: '=' },
  ],
  [
    { type: 'party_lost', at: when, party: 'prisoner' },
    { scheduled: '=', checked_in: '=', ready: '=', live: 'paused', paused: 'paused', ended: '=' },
  ],
  [
    { type: 'recorder_writing', at: when },
    { scheduled: '=', checked_in: 'checked_in', ready: 'ready', live: '=', paused: '=', ended: '=' },
  ],
  [
    { type: 'recorder_failed', at: when, reason: 'ENOSPC' },
    { scheduled: '=', checked_in: '=', ready: '=', live: 'paused', paused: 'paused', ended: '=' },
  ],
  [
    { type: 'media_lost', at: when },
    { scheduled: '=', checked_in: '=', ready: '=', live: 'paused', paused: 'paused', ended: '=' },
  ],
  [
    { type: 'warn', at: when, by, warning: 'keep_order' },
    {
      scheduled: 'refused: not_checked_in',
      checked_in: 'refused: not_checked_in',
      ready: 'ready',
      live: 'live',
      paused: 'paused',
      ended: 'refused: visit_ended',
    },
  ],
  [
    { type: 'pause', at: when, by },
    {
      scheduled: 'refused: not_checked_in',
      checked_in: 'refused: not_checked_in',
      ready: 'ready',
      live: 'paused',
      paused: 'paused',
      ended: 'refused: visit_ended',
    },
  ],
  [
    { type: 'resume', at: when, by: prisonOfficer },
    {
      scheduled: 'refused: not_paused_by_you',
      checked_in: 'refused: not_paused_by_you',
      ready: 'refused: not_paused_by_you',
      live: 'refused: not_paused_by_you',
      paused: 'live',
      ended: 'refused: visit_ended',
    },
  ],
  [
    { type: 'resume', at: when, by: districtOfficer },
    {
      scheduled: 'refused: not_paused_by_you',
      checked_in: 'refused: not_paused_by_you',
      ready: 'refused: not_paused_by_you',
      live: 'refused: not_paused_by_you',
      paused: 'refused: not_paused_by_you',
      ended: 'refused: visit_ended',
    },
  ],
  [
    { type: 'extend', at: when, by: prisonOfficer, note: '家属远道而来' },
    {
      scheduled: 'refused: not_yet_live',
      checked_in: 'refused: not_yet_live',
      ready: 'refused: not_yet_live',
      live: 'live',
      paused: 'paused',
      ended: 'refused: visit_ended',
    },
  ],
  [
    { type: 'stop', at: when, by, reason: 'disorder', note: '' },
    {
      scheduled: 'refused: not_checked_in',
      checked_in: 'ended',
      ready: 'ended',
      live: 'ended',
      paused: 'ended',
      ended: 'refused: visit_ended',
    },
  ],
  [
    { type: 'complete_stop_reason', at: when, by: prisonOfficer, reason: 'code_words', note: '' },
    {
      scheduled: 'refused: not_stopped',
      checked_in: 'refused: not_stopped',
      ready: 'refused: not_stopped',
      live: 'refused: not_stopped',
      paused: 'refused: not_stopped',
      ended: 'ended',
    },
  ],
  [
    { type: 'finish', at: when, by, outcome: 'VISITOR_COMPLETED_EARLY', note: '' },
    {
      scheduled: 'refused: not_yet_live',
      checked_in: 'refused: not_yet_live',
      ready: 'refused: not_yet_live',
      live: 'ended',
      paused: 'ended',
      ended: 'refused: visit_ended',
    },
  ],
  [
    { type: 'close_without_visit', at: when, by, outcome: 'VISITOR_CANCELLED', note: '' },
    {
      scheduled: 'ended',
      checked_in: 'ended',
      ready: 'ended',
      live: 'refused: was_live',
      paused: 'refused: was_live',
      ended: 'refused: visit_ended',
    },
  ],
  [
    { type: 'time', at: when },
    { scheduled: '=', checked_in: '=', ready: '=', live: '=', paused: '=', ended: '=' },
  ],
  [
    { type: 'time', at: plan.hardEndAt },
    { scheduled: '=', checked_in: '=', ready: 'ended', live: 'ended', paused: 'ended', ended: '=' },
  ],
  [
    { type: 'recovered', at: when, aliveAt: at(11, 57) },
    { scheduled: '=', checked_in: '=', ready: '=', live: 'paused', paused: 'paused', ended: '=' },
  ],
];

describe('the state of a visit', () => {
  for (const [event, expected] of table) {
    for (const [name, state] of Object.entries(states) as [VisitState['name'], VisitState][]) {
      it(`${name}, ${nameOf(event)} → ${expected[name]}`, () => {
        const { state: next, happened, refused } = nextState(state, event, sound);
        if (refused) {
          expect(`refused: ${refused}`).to.equal(expected[name]);
          expect(next).to.deep.equal(state);
          expect(happened).to.deep.equal([]);
        } else if (expected[name] === '=') {
          expect(next).to.deep.equal(state);
          expect(happened).to.deep.equal([]);
        } else {
          expect(next.name).to.equal(expected[name]);
          expect(happened).to.not.deep.equal([]);
        }
      });
    }
  }

  it('goes live only when every condition holds, whichever comes last', () => {
    const conditions: VisitEvent[] = [
      turnKey(prisonOfficer, at(0)),
      join(districtOfficer, at(0)),
      join(prisonOfficer, at(0)),
      { type: 'party_connected', at: at(0), party: 'visitors' },
      { type: 'party_connected', at: at(0), party: 'prisoner' },
      { type: 'recorder_writing', at: at(0) },
    ];
    for (const last of conditions) {
      const before = stateAfter(checkedIn, ...conditions.filter((event) => event !== last));
      expect(before.name, `without ${nameOf(last)}`).to.not.equal('live');
      const { state, effects } = nextState(before, last, sound);
      expect(state.name).to.equal('live');
      expect(effects).to.deep.include({ do: 'open_gate' });
    }
  });

  it('does not go live earlier than the rule allows, and does so by itself when the time has come', () => {
    const waiting = stateAfter(ready, ...everyone(at(-16)));
    expect(waiting.name).to.equal('ready');
    expect(stateAfter(waiting, { type: 'time', at: at(-15, -1) }).name).to.equal('ready');
    expect(stateAfter(waiting, { type: 'time', at: at(-15) }).name).to.equal('live');
  });

  it('does not go live while the media node is not sound or the disk is nearly full', () => {
    const all = everyone(at(0));
    for (const fault of [{ mediaNodeSound: false }, { diskHasRoom: false }]) {
      const waiting = all.reduce(
        (state, event) => nextState(state, event, { ...sound, ...fault }).state,
        ready,
      );
      expect(waiting.name).to.equal('ready');
      expect(stateAfter(waiting, { type: 'time', at: at(1) }).name).to.equal('live');
    }
  });

  it('names every reason of a pause, and goes on only when the last one is gone', () => {
    let state = stateAfter(
      live,
      { type: 'supervisor_left', at: at(5), connectionId: 'of-p1' },
      { type: 'party_lost', at: at(5), party: 'visitors' },
      { type: 'pause', at: at(5), by: districtOfficer },
    );
    expect(state).to.deep.include({
      reasons: ['supervisor_absent_prison', 'visitors_lost', 'officer_pause'],
    });
    state = stateAfter(
      state,
      { type: 'party_connected', at: at(6), party: 'visitors' },
      { type: 'resume', at: at(6), by: districtOfficer },
    );
    expect(state).to.deep.include({ name: 'paused', reasons: ['supervisor_absent_prison'] });
    expect(stateAfter(state, join(prisonOfficer, at(7))).name).to.equal('live');
  });

  it('is not paused while another supervisor of the same side stays', () => {
    const two = stateAfter(live, join({ ...districtOfficer, id: 'd2' }, at(1)));
    const one = stateAfter(two, { type: 'supervisor_left', at: at(2), connectionId: 'of-d1' });
    expect(one.name).to.equal('live');
    expect(stateAfter(one, { type: 'supervisor_left', at: at(3), connectionId: 'of-d2' }).name).to.equal(
      'paused',
    );
  });

  it('lets each body lift only its own pause', () => {
    const both = stateAfter(paused, { type: 'pause', at: at(11), by: districtOfficer });
    const one = stateAfter(both, { type: 'resume', at: at(12), by: prisonOfficer });
    expect(one).to.deep.include({ name: 'paused', reasons: ['officer_pause'] });
    expect(stateAfter(one, { type: 'resume', at: at(13), by: districtOfficer }).name).to.equal('live');
  });

  it('does not count paused time as talked, and warns at five minutes and at one', () => {
    const again = stateAfter(paused, { type: 'resume', at: at(15), by: prisonOfficer });
    if (again.name !== 'live') throw new Error('not live');
    expect(remainingAt(again, plan, at(15))).to.equal(20 * 60_000);
    const kinds = (state: VisitState, moment: string) =>
      nextState(state, { type: 'time', at: moment }, sound).happened.map(({ kind, facts }) => [
        kind,
        facts.minutes ?? facts.outcome,
      ]);
    expect(kinds(again, at(29, 59))).to.deep.equal([]);
    expect(kinds(again, at(30))).to.deep.equal([['time_warning', 5]]);
    const warned = stateAfter(again, { type: 'time', at: at(30) });
    expect(kinds(warned, at(31))).to.deep.equal([]);
    expect(kinds(warned, at(34))).to.deep.equal([['time_warning', 1]]);
    expect(kinds(warned, at(35))).to.deep.equal([['time_used_up', 'COMPLETED_NORMALLY']]);
  });

  it('ends at the hard end, however much talk time pauses have left', () => {
    const late = stateAfter(live, { type: 'pause', at: at(1), by: prisonOfficer });
    const again = stateAfter(late, { type: 'resume', at: at(40), by: prisonOfficer });
    if (again.name !== 'live') throw new Error('not live');
    expect(remainingAt(again, plan, at(40))).to.equal(5 * 60_000);
    expect(stateAfter(again, { type: 'time', at: at(45) })).to.deep.include({
      name: 'ended',
      outcome: 'COMPLETED_NORMALLY',
      talkedMs: 6 * 60_000,
    });
  });

  it('can be extended once by the prison, not by the district', () => {
    const extend = (officer: typeof by, moment: string): VisitEvent => ({
      type: 'extend',
      at: moment,
      by: officer,
      note: '家属远道而来',
    });
    expect(nextState(live, extend(districtOfficer, at(20)), sound).refused).to.equal('not_yours_to_say');
    const longer = stateAfter(live, extend(prisonOfficer, at(20)));
    if (longer.name !== 'live') throw new Error('not live');
    expect(remainingAt(longer, plan, at(20))).to.equal(20 * 60_000);
    expect(nextState(longer, extend(prisonOfficer, at(21)), sound).refused).to.equal('already_extended');
  });

  const faults: [string, VisitEvent[], string][] = [
    [
      'the prison terminal',
      [{ type: 'party_lost', at: at(5), party: 'prisoner' }],
      'TECHNICAL_FAILURE_PRISON',
    ],
    ['the visit room', [{ type: 'party_lost', at: at(5), party: 'visitors' }], 'TECHNICAL_FAILURE_DISTRICT'],
    ['both parties', [{ type: 'media_lost', at: at(5) }], 'TECHNICAL_FAILURE_NETWORK'],
    ['the recorder', [{ type: 'recorder_failed', at: at(5), reason: '' }], 'TECHNICAL_FAILURE_DISTRICT'],
    ['a supervisor', [{ type: 'supervisor_left', at: at(5), connectionId: 'of-p1' }], 'SUPERVISOR_ABSENT'],
    ['the server', [{ type: 'recovered', at: at(5), aliveAt: at(4) }], 'TECHNICAL_FAILURE_DISTRICT'],
    ['nothing but a pause of staff', [{ type: 'pause', at: at(5), by }], 'TERMINATED_BY_STAFF'],
  ];
  for (const [who, events, outcome] of faults) {
    it(`that lost ${who} until the hard end is ended as ${outcome}`, () => {
      const state = stateAfter(live, ...events, { type: 'time', at: plan.hardEndAt });
      expect(state).to.deep.include({ name: 'ended', outcome });
    });
  }

  it('is not charged for the time after the last sign of life before a crash', () => {
    const back = stateAfter(live, { type: 'recovered', at: at(20), aliveAt: at(12) });
    expect(back).to.deep.include({ name: 'paused' });
    if (back.name !== 'paused') throw new Error('not paused');
    expect(back.talk.talkedMs).to.equal(12 * 60_000);
    expect(back.attendance.supervisors).to.deep.equal([]);
  });

  it('closes as not arrived only after the grace for being late, and records the forfeit', () => {
    const close = (moment: string): VisitEvent => ({
      type: 'close_without_visit',
      at: moment,
      by,
      outcome: 'VISITOR_DID_NOT_ARRIVE',
      note: '',
    });
    expect(nextState(scheduled, close(at(14, 59)), sound).refused).to.equal('too_early_to_close');
    expect(stateAfter(scheduled, close(at(15)))).to.deep.include({
      name: 'ended',
      forfeited: true,
      talkedMs: null,
    });
  });

  it('lets each body speak only for the people on its own side', () => {
    const close = { type: 'close_without_visit', at: at(20), note: '' } as const;
    const refusedOf = (event: VisitEvent) => nextState(scheduled, event, sound).refused;
    expect(refusedOf({ ...close, by: prisonOfficer, outcome: 'VISITOR_CANCELLED' })).to.equal(
      'not_yours_to_say',
    );
    expect(refusedOf({ ...close, by, outcome: 'PRISONER_REFUSED_TO_ATTEND' })).to.equal('not_yours_to_say');
    expect(refusedOf({ ...close, by: prisonOfficer, outcome: 'PRISONER_REFUSED_TO_ATTEND' })).to.equal(
      undefined,
    );
  });

  it('takes the reason of a stop once, from the body that stopped', () => {
    const complete = (officer: typeof by): VisitEvent => ({
      type: 'complete_stop_reason',
      at: at(12),
      by: officer,
      reason: 'code_words',
      note: '',
    });
    expect(nextState(ended, complete(districtOfficer), sound).refused).to.equal('not_yours_to_say');
    const completed = stateAfter(ended, complete(prisonOfficer));
    expect(completed).to.have.nested.property('stop.reason', 'code_words');
    expect(nextState(completed, complete(prisonOfficer), sound).refused).to.equal('reason_already_given');
  });
});

function everyone(moment: string): VisitEvent[] {
  return [
    join(districtOfficer, moment),
    join(prisonOfficer, moment),
    { type: 'party_connected', at: moment, party: 'visitors' },
    { type: 'party_connected', at: moment, party: 'prisoner' },
    { type: 'recorder_writing', at: moment },
  ];
}

function nameOf(event: VisitEvent): string {
  const details = {
    ...event,
    at: undefined,
    type: undefined,
    facts: undefined,
    subjects: undefined,
    by: undefined,
  };
  const side = 'by' in event ? [event.by.side] : [];
  const words = Object.values(details).filter((value) => ['string', 'boolean'].includes(typeof value));
  return [event.type, ...side, ...words, ...(event.at === plan.hardEndAt ? ['at the hard end'] : [])].join(
    ' ',
  );
}
