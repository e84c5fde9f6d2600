import { expect } from 'chai';
import { createEpochClock } from '../../sfu/rooms/epoch-clock.ts';
import { mayFlow } from '../../sfu/rooms/may-flow.ts';
import { isPresent, type TransportState } from '../../sfu/rooms/presence.ts';
import { encodeSenderReport } from '../../sfu/rooms/sender-reports.ts';
import { watchSequence } from '../../sfu/rooms/sequence-gaps.ts';

describe('what may flow', () => {
  const facts = { participant: 'party', gate: 'open', wanted: true, written: true } as const;

  it('reaches a party only through an open gate, when it is ready and the track is on disk', () => {
    expect(mayFlow(facts)).to.equal(true);
    expect(mayFlow({ ...facts, gate: 'shut' })).to.equal(false);
    expect(mayFlow({ ...facts, wanted: false })).to.equal(false);
    expect(mayFlow({ ...facts, written: false })).to.equal(false);
  });

  it('reaches a watcher whatever the gate', () => {
    expect(mayFlow({ ...facts, participant: 'watcher', gate: 'shut', written: false })).to.equal(true);
    expect(mayFlow({ ...facts, participant: 'watcher', wanted: false })).to.equal(false);
  });
});

describe('the presence of a party', () => {
  const of = (...states: [string, TransportState][]) =>
    isPresent(states.map(([connectionId, state]) => ({ connectionId, state })));

  it('needs a connected transport, and none of the same connection lost', () => {
    expect(of()).to.equal(false);
    expect(of(['a', 'new'])).to.equal(false);
    expect(of(['a', 'connected'], ['a', 'new'])).to.equal(true);
    expect(of(['a', 'connected'], ['a', 'lost'])).to.equal(false);
  });

  it('is not ended by what is left of the connection before a reload', () => {
    expect(of(['a', 'lost'], ['b', 'connected'])).to.equal(true);
  });
});

describe('a watched sequence', () => {
  function sequence(...numbers: number[]) {
    const gaps = watchSequence();
    for (const number of numbers) gaps.seen(number, 0);
    return gaps;
  }

  it('tells each loss once, and no loss for what came late', () => {
    expect(sequence(1, 2, 3).lostSince(0)).to.equal(false);
    expect(sequence(1, 3, 2).lostSince(0)).to.equal(false);
    const gaps = sequence(1, 3);
    expect(gaps.lostSince(-1)).to.equal(false);
    expect(gaps.lostSince(0)).to.equal(true);
    expect(gaps.lostSince(0)).to.equal(false);
  });

  it('goes on through the wrap', () => {
    expect(sequence(65_534, 65_535, 0, 1).lostSince(0)).to.equal(false);
    expect(sequence(65_534, 1).lostSince(0)).to.equal(true);
    expect(sequence(65_534, 0, 65_535).lostSince(0)).to.equal(false);
  });
});

describe('a sender report of the recording', () => {
  it('is the publisher’s own under the SSRC of the recording', () => {
    const said = { ntpSec: 1, ntpFrac: 2, rtpTs: 3, packetCount: 4, octetCount: 5 };
    const words = [0x80c8_0006, 7, 1, 2, 3, 4, 5];
    const packet = encodeSenderReport(7, said);
    expect(words.map((_, index) => packet.readUInt32BE(4 * index))).to.deep.equal(words);
    expect(packet).to.have.length(28);
  });
});

describe('the clock of a recording part', () => {
  it('starts at the wall clock and never runs backwards', () => {
    const now = createEpochClock(() => 1_800_000_000_000);
    const first = now();
    expect(Number(first / 1_000_000n)).to.be.within(1_800_000_000_000, 1_800_000_000_100);
    expect(now() >= first).to.equal(true);
  });
});
