/** One thing wrong with a bundle. `line` and `column` count from 1; `column` is the number of the cell in its row. */
export interface BundleError {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What is wrong, and what was expected. */
  readonly message: string;
}

/** Notes an error of one file. */
export type Report = (line: number, column: number, message: string) => void;

/** The errors of a bundle: the first 1,000, and how many there were in all. */
export interface ErrorLog {
  readonly errors: readonly BundleError[];
  readonly count: number;
  add(error: BundleError): void;
  /** What notes the errors of one file. */
  of(file: string): Report;
}

const KEPT = 1000;

export function errorLog(): ErrorLog {
  const errors: BundleError[] = [];
  let count = 0;
  const add = (error: BundleError) => {
    count += 1;
    if (errors.length < KEPT) errors.push(error);
  };
  return {
    errors,
    get count() {
      return count;
    },
    add,
    of: (file) => (line, column, message) => add({ file, line, column, message }),
  };
}

/** A value as an error message shows it: on one line, without control characters, not longer than it helps. */
export function shown(value: string): string {
  const start = Array.from(value.slice(0, 120)).slice(0, 60).join('');
  return `${JSON.stringify(start)}${start.length < value.length ? '…' : ''}`;
}

/** `file:line:column: message`, as docs/portfolio-format.md prescribes. */
export function errorLine({ file, line, column, message }: BundleError): string {
  return `${file}:${line}:${column}: ${message}`;
}
