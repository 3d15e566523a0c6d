import { sql } from 'kysely';
import type { z } from 'zod';
import type { CalendarDay, getMeetingCalendar as endpoint } from '../../contract/meeting-calendar.ts';
import { daysBetween } from '../../domain/calendar/day.ts';
import { meetingCalendar } from '../../domain/engagement/meeting-calendar.ts';
import { scopeOfViewer } from '../access/scope-of-viewer.ts';
import { requireCompany, type Viewer } from '../access/viewer.ts';
import { currentCadences, readCadences } from '../cadences/read-cadences.ts';
import type { Database } from '../platform/database/database.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { badRequest } from '../platform/http/refusal.ts';
import { whichMeetings } from './list-meetings.ts';
import { meetingRows } from './queries.ts';

type Query = z.output<NonNullable<typeof endpoint.query>>;

/** Two months, or one with the weeks around it. */
const LONGEST = 62;

/** The meetings with the companies that the viewer sees and what is due by their cadences, day by day. */
export async function readMeetingCalendar(
  database: Database,
  viewer: Viewer,
  query: Query,
): Promise<CalendarDay[]> {
  const { company, from, to, perDay = null } = query;
  if (company !== undefined) requireCompany(viewer, company);
  const days = daysBetween(from, to) + 1;
  if (days < 1 || days > LONGEST)
    throw badRequest([
      {
        in: 'query',
        name: 'to',
        value: to,
        expected: `a day from ${from} on, and at most ${LONGEST} days in all`,
      },
    ]);
  const scope =
    company === undefined ? scopeOfViewer(viewer) : { workspace: viewer.workspace, companies: [company] };
  const { asOf } = viewer.loaded;
  return inWorkspace(database, scope, async (tx) => {
    const which = sql.join(whichMeetings(query), sql` and `);
    const meetings = await meetingRows(tx, which, { order: 'asc', limit: null });
    const cadences = await readCadences(tx, currentCadences(query), asOf);
    return meetingCalendar(meetings, cadences, { from, to, perDay }, asOf) as CalendarDay[];
  });
}
