import { expect } from 'chai';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { readFacts, writeFacts } from '../../server/decisions/facts-text.ts';

const zones = ['utc', 'Asia/Shanghai', 'UTC+5'];

const moment = fc
  .record({ millis: fc.integer({ min: 0, max: 4e12 }), zone: fc.constantFrom(...zones) })
  .map(({ millis, zone }) => DateTime.fromMillis(millis, { zone }));

const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, undefined, true, false, ''),
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
    moment,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.array(tie('tree'), { maxLength: 4 }).map((each) => new Set(each)),
    fc.array(fc.tuple(fc.string(), tie('tree')), { maxLength: 4 }).map((each) => new Map(each)),
    fc.dictionary(fc.stringMatching(/^[a-z]{1,3}Of$/), tie('tree'), { maxKeys: 4 }),
  ),
}));

/** Chai compares moments by all that luxon remembers about them: here they are what they say. */
function plainly(value: unknown): unknown {
  if (DateTime.isDateTime(value)) return { moment: value.toISO(), zone: value.zoneName };
  if (Array.isArray(value)) return value.map(plainly);
  if (value instanceof Set) return { set: [...value].map(plainly) };
  if (value instanceof Map) return { map: [...value].map(plainly) };
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plainly(each)]));
  return value;
}

describe('The facts of a decision, kept as text', () => {
  it('come back as they were: moments with their zone, what is undefined, sets and maps', () => {
    fc.assert(
      fc.property(tree, (facts) => {
        expect(plainly(readFacts(writeFacts(facts)))).to.deep.equal(plainly(facts));
      }),
      { numRuns: 300 },
    );
  });

  it('leave out what people are called and what they wrote, but not that there was something', () => {
    const kept = writeFacts({
      visitorId: 'v1',
      visitorName: '张三',
      interpreter: '李四',
      organisation: '',
      missing: [{ zh: '张三：身份证', en: '' }],
    });
    expect(kept).to.not.match(/\p{Script=Han}/u);
    expect(readFacts(kept)).to.deep.equal({
      visitorId: 'v1',
      visitorName: '…',
      interpreter: '…',
      organisation: '',
      missing: [{ zh: '…', en: '' }],
    });
  });

  it('cannot be what no text can hold', () => {
    for (const value of [() => 1, 1n, Number.NaN, new Date(0), DateTime.invalid('no moment'), { $time: 'x' }])
      expect(() => writeFacts({ value })).to.throw();
  });
});
