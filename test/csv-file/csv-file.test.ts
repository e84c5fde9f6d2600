import { expect } from 'chai';
import fc from 'fast-check';
import { readCsv, writeCsv } from '../../server/csv-file.ts';

const read = (text: string | Buffer) => readCsv(Buffer.from(text));

describe('A CSV file', () => {
  it('comes back as it was written, whatever is in it', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ',', '，', '"', '\r', '\n', ' ', '会', '\u{1f600}'),
    });
    const rows = fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { maxLength: 5 });
    fc.assert(
      fc.property(rows, (written) => {
        const back = readCsv(writeCsv(written));
        expect('rows' in back ? back.rows.map(({ cells }) => cells) : back).to.deep.equal(written);
      }),
    );
  });

  it('is read with and without its mark, with either line end, and knows on which line a row begins', () => {
    const rows = [
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1\n2', ''] },
      { line: 5, cells: ['3', '"'] },
    ];
    expect(read('a,b\n"1\n2",\n\n3,""""')).to.deep.equal({ rows });
    expect(read('\ufeffa,b\r\n"1\n2",\r\n\r\n3,""""\r\n')).to.deep.equal({ rows });
    expect(read('a,b\r\n"x, ""y""",z\n')).to.deep.include({
      rows: [
        { line: 1, cells: ['a', 'b'] },
        { line: 2, cells: ['x, "y"', 'z'] },
      ],
    });
  });

  it('is refused at the line of a quotation mark that is missing or misplaced', () => {
    expect(read('a,b\r\n1,2"')).to.deep.equal({ fault: 'misplaced_quote', line: 2 });
    expect(read('a,b\r\n"1,2\r\n3,4\r\n')).to.deep.equal({ fault: 'misplaced_quote', line: 2 });
    expect(read('a\r\n"b"c\r\n')).to.deep.equal({ fault: 'misplaced_quote', line: 2 });
  });

  it('is refused where it is no UTF-8', () => {
    // 编 in GB 18030, as a spreadsheet saves it unless told otherwise.
    const gb = Buffer.concat([Buffer.from('a\r\nb\r\n'), Buffer.from([0xb1, 0xe0])]);
    expect(read(gb)).to.deep.equal({ fault: 'not_utf8', line: 3 });
  });
});
