/** Text as RFC 4180 has it: fields with commas, quotes or line ends in quotes, lines ended by CR LF; UTF-8 with its mark. */
const mark = '\ufeff';

export function writeCsv(rows: readonly (readonly string[])[]): Buffer {
  return Buffer.from(`${mark}${rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')}`);
}

const field = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A line of the file, with the number of the line on which it begins; the first is 1. */
export type CsvRow = { at: number; fields: string[] };

/**
 * Reads what RFC 4180 allows, with or without the mark, lines ended by LF alone, too; empty lines are passed over.
 * @returns the number of the line where a quote is out of place or never closed, or the bytes are no UTF-8
 */
export function readCsv(bytes: Buffer): CsvRow[] | { brokenAt: number } {
  const text = bytes.toString('utf8');
  if (!Buffer.from(text).equals(bytes)) {
    return { brokenAt: 1 + lineEndsIn(text.slice(0, Math.max(0, text.indexOf('\ufffd')))) };
  }
  const rows: CsvRow[] = [];
  const one = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|$)/y;
  one.lastIndex = text.startsWith(mark) ? mark.length : 0;
  let at = 1;
  while (one.lastIndex < text.length) {
    const row: CsvRow = { at, fields: [] };
    for (;;) {
      const match = one.exec(text);
      if (match === null) return { brokenAt: at };
      const [all, quoted, plain = '', end] = match;
      at += lineEndsIn(all);
      row.fields.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
      if (end !== ',') break;
    }
    if (row.fields.length > 1 || row.fields[0] !== '') rows.push(row);
  }
  return rows;
}

const lineEndsIn = (text: string) => text.split('\n').length - 1;
