import type { Page, ReadRequest } from '../connector.ts';
import { survey } from './map-activity.ts';
import type { Reading } from './reading.ts';
import { pageOf, piece } from './rows.ts';
import type { Feedback } from './shapes.ts';

const PART = 1000;

/** HaloPSA lists all answers at once, and cannot be asked for some of them. */
export async function readSurveys(reading: Reading, request: ReadRequest): Promise<Page> {
  const { rows, problems } = await reading.feedback();
  const from = request.from.toISOString();
  const wanted = rows.filter(({ date }) => date === null || date >= from);
  const { some, next } = piece(wanted, ({ id }) => id, request.cursor, PART);
  const page = pageOf<'surveys', Feedback>(
    { rows: some, problems: request.cursor === null ? problems : [] },
    (row) => survey(row, reading.scale),
    (row) => row.date,
  );
  return { ...page, next };
}
