import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { listMeetings as endpoint, MeetingRow } from '../../contract/meetings.ts';
import { scopeOfViewer } from '../access/scope-of-viewer.ts';
import { requireCompany, type Viewer } from '../access/viewer.ts';
import type { Database } from '../platform/database/database.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { readCursor, writeCursor } from '../platform/http/cursor.ts';
import { afterPlace, type MeetingPlace, meetingRows } from './queries.ts';

type Query = z.output<NonNullable<typeof endpoint.query>>;

/** A page of the meetings with the companies that the viewer sees. */
export async function listMeetings(
  database: Database,
  viewer: Viewer,
  query: Query,
): Promise<{ items: MeetingRow[]; next: string | null }> {
  const { company, order, limit, cursor } = query;
  if (company !== undefined) requireCompany(viewer, company);
  const after = cursor === undefined ? null : readCursor(cursor, isPlace);
  const which = sql.join(
    [...whichMeetings(query), ...(after === null ? [] : [afterPlace(after, order)])],
    sql` and `,
  );
  const scope =
    company === undefined ? scopeOfViewer(viewer) : { workspace: viewer.workspace, companies: [company] };
  const rows = await inWorkspace(database, scope, (tx) =>
    meetingRows(tx, which, { order, limit: limit + 1 }),
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    next: rows.length > limit && last ? writeCursor([last.date, last.startTime ?? '', last.id]) : null,
  };
}

/** What holds (of m, and of c, their company) for the meetings that a query asks for; which companies is a matter of scope. */
export function whichMeetings({
  kind,
  status,
  owner,
  from,
  to,
}: Pick<Query, 'kind' | 'status' | 'owner' | 'from' | 'to'>): RawBuilder<unknown>[] {
  return [
    sql`true`,
    ...(kind ? [sql`m.kind = any(${kind})`] : []),
    ...(status ? [sql`coalesce(m.status, 'planned') = any(${status})`] : []),
    ...(owner === undefined ? [] : [sql`c.owner = ${owner}`]),
    ...(from === undefined ? [] : [sql`m.date >= ${from}`]),
    ...(to === undefined ? [] : [sql`m.date <= ${to}`]),
  ];
}

function isPlace(value: unknown): value is MeetingPlace {
  return (
    Array.isArray(value) &&
    value.length === 3 &&
    value.every((part) => typeof part === 'string') &&
    /^\d{4}-\d\d-\d\d$/.test(String(value[0]))
  );
}
