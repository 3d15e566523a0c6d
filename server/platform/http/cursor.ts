import { badRequest } from './refusal.ts';

/** Where the next page of a list begins, as a client hands it back. */
export function writeCursor(place: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** The place that a cursor names. Refuses (400) what no page before has said. */
export function readCursor<Place>(cursor: string, isPlace: (value: unknown) => value is Place): Place {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (isPlace(place)) return place;
  } catch {
    // not JSON: refused below
  }
  throw badRequest([{ in: 'query', name: 'cursor', expected: 'the `next` of a page before' }]);
}
