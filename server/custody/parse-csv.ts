/** A row of a CSV file with the line that it begins on, the first being 1. */
export type CsvRow = { line: number; cells: string[] };

/** UTF-8, with or without a byte order mark; undefined if it is anything else. */
export function decodeUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Reads CSV as RFC 4180 has it: commas, quotation marks doubled inside quotation marks, lines that end with CRLF or LF.
 * Lines without anything in them are left out. Gives the line of the first fault instead.
 */
export function parseCsv(text: string): { rows: CsvRow[] } | { faultAt: number } {
  const rows: CsvRow[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const row: CsvRow = { line, cells: [] };
    for (let more = true; more; ) {
      const field = text[at] === '"' ? quoted(text, at) : plain(text, at);
      if (field === undefined) return { faultAt: line };
      row.cells.push(field.value);
      line += newLinesIn(text, at, field.end);
      at = field.end;
      more = text[at] === ',';
      if (more) at += 1;
      else if (at < text.length) {
        const ending = text.startsWith('\r\n', at) ? 2 : text[at] === '\n' ? 1 : 0;
        if (ending === 0) return { faultAt: line };
        at += ending;
        line += 1;
      }
    }
    if (row.cells.some((cell) => cell.trim() !== '')) rows.push(row);
  }
  return { rows };
}

type Field = { value: string; end: number };

/** Up to the next comma or the end of the line; a quotation mark has no place in it. */
function plain(text: string, from: number): Field | undefined {
  let end = from;
  while (end < text.length && text[end] !== ',' && text[end] !== '\n' && !text.startsWith('\r\n', end))
    end += 1;
  const value = text.slice(from, end);
  return value.includes('"') ? undefined : { value, end };
}

function quoted(text: string, from: number): Field | undefined {
  let value = '';
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') value += text[at];
    else if (text[at + 1] === '"') {
      value += '"';
      at += 1;
    } else return { value, end: at + 1 };
  }
  return undefined;
}

const newLinesIn = (text: string, from: number, end: number) => text.slice(from, end).split('\n').length - 1;
