import { expect } from 'chai';
import fc from 'fast-check';
import { readCsv, writeCsv } from '../../server/notices/transfers/csv.ts';

const read = (text: string | Buffer) => readCsv(Buffer.from(text));

describe('CSV', () => {
  it('comes back as it was written, whatever is in it', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\r', '\n', ' ', '会', '\u{1f600}') });
    const rows = fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { maxLength: 5 });
    fc.assert(
      fc.property(rows, (written) => {
        const back = readCsv(writeCsv(written));
        expect('brokenAt' in back ? back : back.map(({ fields }) => fields)).to.deep.equal(written);
      }),
    );
  });

  it('is read with and without its mark, with either line end, and knows on which line a row begins', () => {
    const rows = [
      { at: 1, fields: ['a', 'b'] },
      { at: 2, fields: ['1\n2', ''] },
      { at: 5, fields: ['3', '"'] },
    ];
    expect(read('a,b\n"1\n2",\n\n3,""""')).to.deep.equal(rows);
    expect(read('\ufeffa,b\r\n"1\n2",\r\n\r\n3,""""\r\n')).to.deep.equal(rows);
  });

  it('is refused with the line of a quote that is out of place or open, and of bytes that are no UTF-8', () => {
    expect(read('a,b\r\n1,2"')).to.deep.equal({ brokenAt: 2 });
    expect(read('a,b\r\n"1,2\r\n3,4\r\n')).to.deep.equal({ brokenAt: 2 });
    expect(read('a\r\n"b"c\r\n')).to.deep.equal({ brokenAt: 2 });
    expect(read(Buffer.concat([Buffer.from('a\r\nb\r\n'), Buffer.from([0xc4, 0xe3])]))).to.deep.equal({
      brokenAt: 3,
    });
  });
});
