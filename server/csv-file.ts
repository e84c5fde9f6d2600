import { isUtf8 } from 'node:buffer';
import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** A row of a CSV file with the line that it begins on, the first being 1. */
export type CsvRow = { line: number; cells: string[] };

/** What is wrong with a file, and the line on which the row begins where it is. */
export type CsvFault = { fault: 'not_utf8' | 'misplaced_quote'; line: number };

type Parsed = { info: { bytes: number }; record: string[] };

/** Reads CSV (RFC 4180) in UTF-8, with or without its mark, lines ended by CRLF or LF. Empty lines are passed over. */
export function readCsv(bytes: Buffer): { rows: CsvRow[] } | CsvFault {
  if (!isUtf8(bytes)) return { fault: 'not_utf8', line: lineOf(bytes, firstNotUtf8(bytes)) };
  try {
    const parsed: unknown = parse(bytes, {
      bom: true,
      info: true,
      record_delimiter: ['\r\n', '\n'],
      relax_column_count: true,
      skip_empty_lines: true,
    });
    let end = 0;
    const rows = (parsed as Parsed[]).map(({ info, record }): CsvRow => {
      const line = lineOf(bytes, afterEmptyLines(bytes, end));
      end = info.bytes;
      return { line, cells: record };
    });
    return { rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const lastWhole = Number(error.bytes_records);
    return { fault: 'misplaced_quote', line: lineOf(bytes, afterEmptyLines(bytes, lastWhole)) };
  }
}

/** Writes CSV in UTF-8 with its mark, by which spreadsheets know it; lines are ended by CRLF. */
export function writeCsv(rows: readonly (readonly string[])[]): Buffer {
  return Buffer.from(stringify([...rows], { bom: true, record_delimiter: '\r\n', quoted_match: /[\r\n]/ }));
}

const [carriageReturn, lineFeed] = [0x0d, 0x0a];

function afterEmptyLines(bytes: Buffer, from: number): number {
  let at = from;
  while (bytes[at] === carriageReturn || bytes[at] === lineFeed) at += 1;
  return at;
}

const lineOf = (bytes: Buffer, at: number) =>
  1 + bytes.subarray(0, at).filter((byte) => byte === lineFeed).length;

/** Where decoding and encoding again first gives something else. */
function firstNotUtf8(bytes: Buffer): number {
  const again = Buffer.from(bytes.toString('utf8'));
  return again.findIndex((byte, at) => byte !== bytes[at]);
}
