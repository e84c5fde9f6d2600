import { expect } from 'chai';
import fc from 'fast-check';
import { createSequenceCount } from '../../sfu/recorder/sequence-count.ts';

describe('Counting sequence numbers', () => {
  it('names exactly the packets that never came, whatever the order, the doubles and the wrap', () => {
    const streams = fc.record({
      start: fc.integer({ min: 0, max: 65_535 }),
      packets: fc.array(
        fc.record({ lost: fc.boolean(), delay: fc.integer({ min: 0, max: 40 }), twice: fc.boolean() }),
        { minLength: 1, maxLength: 300 },
      ),
    });
    fc.assert(
      fc.property(streams, ({ start, packets }) => {
        const sent = packets.map((packet, index) => ({ ...packet, number: 65_536 + start + index, index }));
        const came = sent.filter((packet) => !packet.lost);
        const arrivals = [...came, ...came.filter((packet) => packet.twice)].sort(
          (a, b) => a.index + a.delay - b.index - b.delay,
        );
        const count = createSequenceCount();
        const taken = arrivals.map(({ number }) => count.receive(number & 0xffff, 1n));
        // A packet from before the first one may be numbered from the round before.
        const shift = (count.highest() ?? 0) - Math.max(0, ...came.map(({ number }) => number));
        const numbers = came.map(({ number }) => number + (came.length > 0 ? shift : 0));
        expect(taken.filter((number) => number !== undefined).sort((a, b) => a - b)).to.deep.equal(numbers);
        expect(count.duplicates()).to.equal(arrivals.length - came.length);
        const missing = count
          .gaps()
          .flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
        const expected = sent
          .map(({ number }) => number + shift)
          .filter(
            (number) =>
              number > (numbers[0] ?? 0) && number < (numbers.at(-1) ?? 0) && !numbers.includes(number),
          );
        expect(missing).to.deep.equal(expected);
      }),
    );
  });

  it('takes a number from far back for a new one after ten seconds of silence', () => {
    const count = createSequenceCount();
    count.receive(100, 0n);
    expect(count.receive(90, 1n)).to.equal(65_536 + 90);
    expect(count.receive(80, 20_000_000_000n)).to.equal(2 * 65_536 + 80);
  });
});
