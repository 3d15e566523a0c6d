import type { ServerResponse } from 'node:http';

/**
 * What a fake does instead of answering as it should. The first ones say that the call failed; the others spoil an answer
 * that says that it did not.
 */
export type Fault =
  | { readonly kind: 'busy'; readonly retryAfterSeconds?: number }
  | { readonly kind: 'server error' }
  /** A page of a proxy, in HTML. */
  | { readonly kind: 'bad gateway' }
  /** The connection is taken and nothing ever comes. */
  | { readonly kind: 'silence' }
  /** The text ends in the middle. */
  | { readonly kind: 'cut off' }
  /** Each row has its values replaced by some of another type; ids stay. */
  | { readonly kind: 'wrong types' }
  /** Each row has nothing but its id. */
  | { readonly kind: 'missing fields' }
  /** Each field but the id is null. */
  | { readonly kind: 'null fields' }
  /** The first row comes twice. */
  | { readonly kind: 'duplicate ids' }
  /** Among the rows stand null, a text, a list and an object without an id. */
  | { readonly kind: 'no rows' };

/** Which fault a call meets; `position` counts the calls from 1, in the order in which they arrive. */
export type FaultPlan = (call: { readonly position: number; readonly path: string }) => Fault | null;

export const noFaults: FaultPlan = () => null;

/** One fault, at one call: the next one is answered as it should be. */
export const faultAt =
  (position: number, fault: Fault): FaultPlan =>
  (call) =>
    call.position === position ? fault : null;

/** Each `n`th call meets one of the faults, in turn. */
export const faultEvery =
  (n: number, faults: readonly Fault[]): FaultPlan =>
  ({ position }) =>
    position % n === 0 ? faults[(position / n - 1) % faults.length]! : null;

/** Every call of a path that contains `part`. */
export const faultsOf =
  (part: string, fault: Fault): FaultPlan =>
  ({ path }) =>
    path.includes(part) ? fault : null;

/** Answers a call that fails as `fault` says; false: it is one that spoils an answer, which is the caller's to write. */
export function answerFault(fault: Fault, response: ServerResponse): boolean {
  switch (fault.kind) {
    case 'busy':
      response.writeHead(429, {
        'content-type': 'application/json',
        'retry-after': String(fault.retryAfterSeconds ?? 0),
      });
      response.end('{"message":"Too many requests"}');
      return true;
    case 'server error':
      response.writeHead(500, { 'content-type': 'application/json' });
      response.end('{"message":"An error has occurred."}');
      return true;
    case 'bad gateway':
      response.writeHead(502, { 'content-type': 'text/html' });
      response.end('<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>');
      return true;
    case 'silence':
      return true;
    default:
      return false;
  }
}

/** The text of an answer as `fault` leaves it. `rows` is what the answer lists, `write` puts other rows in their place. */
export function spoiled(
  fault: Fault | null,
  rows: readonly Row[],
  write: (rows: readonly unknown[]) => string,
): string {
  switch (fault?.kind) {
    case 'cut off': {
      const text = write(rows);
      return text.slice(0, Math.ceil(text.length / 2));
    }
    case 'wrong types':
      return write(rows.map((row) => mapFields(row, otherType)));
    case 'missing fields':
      return write(rows.map(({ id }) => ({ id })));
    case 'null fields':
      return write(rows.map((row) => mapFields(row, () => null)));
    case 'duplicate ids':
      return write([...rows.slice(0, 1), ...rows]);
    case 'no rows':
      return write([null, 'row', [], {}, ...rows]);
    default:
      return write(rows);
  }
}

type Row = Readonly<Record<string, unknown>>;

function mapFields(row: Row, change: (value: unknown) => unknown): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, name === 'id' ? value : change(value)]),
  );
}

function otherType(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
      return { text: value };
    case 'number':
      return [`about ${value}`];
    case 'boolean':
      return value ? 'certainly' : 2;
    default:
      return 17;
  }
}
