import type { Report } from './errors.ts';

/** One row of a CSV file. */
export interface CsvRow {
  /** The line in which the row begins. */
  readonly line: number;
  /** Its cells, at most `cellsKept` of them. */
  readonly cells: readonly string[];
  /** How many cells it has. */
  readonly count: number;
  /** False where the row is not well-formed; that was reported. */
  readonly sound: boolean;
}

/**
 * Reads RFC 4180 from pieces of text: comma, double quotes, lines that end in CRLF or LF. Lines without anything in them
 * are passed over. It goes on after an error, so that all of them are reported, each with the line and the cell where it
 * stands; a cell that is too long is never held in memory. (csv-parse gives up at the first error.)
 */
export interface CsvScanner {
  push(text: string): CsvRow[];
  /** The last row, if the file ends without a line end. */
  end(): CsvRow[];
  /** Where it has come to. */
  readonly line: number;
  readonly column: number;
}

export interface CsvLimits {
  readonly cellsKept: number;
  /** The longest cell, in UTF-16 units, by the cell's index. */
  readonly longest: (cell: number) => number;
}

const COMMA = 44;
const QUOTE = 34;
const LF = 10;
const CR = 13;

type State = 'start of cell' | 'plain' | 'quoted' | 'quote in quoted' | 'carriage return';

const HEADER_LIMITS: CsvLimits = { cellsKept: 1000, longest: () => 1000 };

/** `header` is given the first row, and says what to expect of the others. */
export function csvScanner(report: Report, header: (row: CsvRow) => CsvLimits): CsvScanner {
  let limits = HEADER_LIMITS;
  let headerRead = false;
  let state: State = 'start of cell';
  let line = 1;
  let rowLine = 1;
  let cellLine = 1;
  let cells: string[] = [];
  let count = 0;
  let cell = '';
  let sound = true;
  let complained = false;
  let tooLong = false;
  let quotes = false;
  let strayReturns = 0;
  let rows: CsvRow[] = [];

  function complain(message: string, at = line) {
    sound = false;
    if (!complained) report(at, count + 1, message);
    complained = true;
  }

  function keep(part: string) {
    if (tooLong) return;
    const longest = limits.longest(count);
    if (cell.length + part.length > longest) {
      tooLong = true;
      cell = '';
      complain(`the cell has more than ${longest.toLocaleString('en')} characters`, cellLine);
    } else cell = cell === '' ? part : cell + part;
  }

  function endCell() {
    if (count < limits.cellsKept) cells.push(cell);
    count += 1;
    cell = '';
    complained = false;
    tooLong = false;
    state = 'start of cell';
  }

  function endRow() {
    endCell();
    if (count > 1 || cells[0] !== '' || quotes || !sound) {
      const row = { line: rowLine, cells, count, sound };
      if (headerRead) rows.push(row);
      else limits = header(row);
      headerRead = true;
    }
    cells = [];
    count = 0;
    sound = true;
    quotes = false;
  }

  function endLine() {
    endRow();
    line += 1;
    rowLine = line;
  }

  /** After a closing quote or a carriage return: true when `code` may stand there. */
  function endsCell(code: number): boolean {
    if (code === COMMA) endCell();
    else if (code === LF) endLine();
    else if (code === CR) state = 'carriage return';
    else return false;
    return true;
  }

  function strayReturn() {
    strayReturns += 1;
    if (strayReturns === 1) complain('a carriage return by itself; expected lines that end in CRLF or LF');
    sound = false;
  }

  /** Reads on from `at` in a cell without quotes; returns where it stopped. */
  function plain(text: string, at: number): number {
    let i = at;
    let code = 0;
    for (; i < text.length; i++) {
      code = text.charCodeAt(i);
      if (code === COMMA || code === LF || code === CR || code === QUOTE) break;
    }
    if (i > at) keep(text.slice(at, i));
    if (i === text.length) return i;
    if (!endsCell(code)) {
      complain('a quote within a cell that does not begin with one; expected "" inside quotes');
      keep('"');
    }
    return i + 1;
  }

  /** Reads on from `at` inside quotes; returns where it stopped. */
  function quoted(text: string, at: number): number {
    const close = text.indexOf('"', at);
    const end = close < 0 ? text.length : close;
    const part = text.slice(at, end);
    for (let i = part.indexOf('\n'); i >= 0; i = part.indexOf('\n', i + 1)) line += 1;
    if (part !== '') keep(part);
    if (close < 0) return end;
    state = 'quote in quoted';
    return close + 1;
  }

  function take(text: string, at: number): number {
    const code = text.charCodeAt(at);
    switch (state) {
      case 'start of cell':
        cellLine = line;
        if (code !== QUOTE) {
          state = 'plain';
          return at;
        }
        state = 'quoted';
        quotes = true;
        return at + 1;
      case 'plain':
        return plain(text, at);
      case 'quoted':
        return quoted(text, at);
      case 'quote in quoted':
        if (code === QUOTE) {
          keep('"');
          state = 'quoted';
          return at + 1;
        }
        if (endsCell(code)) return at + 1;
        complain('text after a closing quote; expected a comma or the end of the line');
        state = 'plain';
        return at;
      case 'carriage return':
        if (code === LF) {
          endLine();
          return at + 1;
        }
        strayReturn();
        keep('\r');
        state = 'plain';
        return at;
    }
  }

  function taken(): CsvRow[] {
    const result = rows;
    rows = [];
    return result;
  }

  return {
    get line() {
      return line;
    },
    get column() {
      return count + 1;
    },
    push(text) {
      for (let at = 0; at < text.length; ) at = take(text, at);
      return taken();
    },
    end() {
      if (state === 'quoted') {
        sound = false;
        report(cellLine, count + 1, 'a quote is opened here and never closed');
      }
      if (state !== 'start of cell' || count > 0) endRow();
      return taken();
    },
  };
}
