import { expect } from 'chai';
import fc from 'fast-check';
import { decodeUtf8, parseCsv } from '../../server/custody/parse-csv.ts';

const cellsOf = (text: string) => {
  const parsed = parseCsv(text);
  return 'rows' in parsed ? parsed.rows.map(({ cells }) => cells) : parsed;
};
const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

describe('A CSV file', () => {
  it('is read as RFC 4180 has it: quotation marks, commas and line breaks inside, CRLF or LF', () => {
    expect(cellsOf('a,b\r\n"x, ""y""","two\r\nlines"\n,last')).to.deep.equal([
      ['a', 'b'],
      ['x, "y"', 'two\r\nlines'],
      ['', 'last'],
    ]);
  });

  it('tells the line on which a row begins, whatever stands in the rows before, and leaves out empty lines', () => {
    const parsed = parseCsv('a\r\n\r\n"1\n2\n3"\r\nb');
    expect(parsed).to.deep.equal({
      rows: [
        { line: 1, cells: ['a'] },
        { line: 3, cells: ['1\n2\n3'] },
        { line: 6, cells: ['b'] },
      ],
    });
  });

  it('is refused at the line of a quotation mark that is missing or misplaced', () => {
    expect(cellsOf('a\n"b')).to.deep.equal({ faultAt: 2 });
    expect(cellsOf('a\nb"c')).to.deep.equal({ faultAt: 2 });
    expect(cellsOf('"a"b\n')).to.deep.equal({ faultAt: 1 });
  });

  it('gives back whatever was written into it', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '，', ',', '"', '\n', '\r', ' ') });
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 });
    fc.assert(
      fc.property(rows, fc.constantFrom('\r\n', '\n'), (written, ending) => {
        const text = written.map((cells) => cells.map(quote).join(',')).join(ending);
        const kept = written.filter((cells) => cells.some((one) => one.trim() !== ''));
        expect(cellsOf(text)).to.deep.equal(kept);
      }),
    );
  });

  it('is UTF-8 with or without a byte order mark, and nothing else', () => {
    expect(decodeUtf8(Buffer.from('\ufeff编号', 'utf8'))).to.equal('编号');
    expect(decodeUtf8(Buffer.from('编号', 'utf8'))).to.equal('编号');
    // 编号 in GB 18030, as a spreadsheet saves it unless told otherwise.
    expect(decodeUtf8(Buffer.from([0xb1, 0xe0, 0xba, 0xc5]))).to.equal(undefined);
  });
});
