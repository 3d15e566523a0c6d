import { sql } from 'kysely';
import type { z } from 'zod';
import type { ActionItemRow, listActionItems as endpoint } from '../../contract/action-items.ts';
import { scopeOfViewer } from '../access/scope-of-viewer.ts';
import { requireCompany, type Viewer } from '../access/viewer.ts';
import type { Database } from '../platform/database/database.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { readCursor, writeCursor } from '../platform/http/cursor.ts';
import { actionItemRows } from './read-action-items.ts';

type Query = z.output<NonNullable<typeof endpoint.query>>;
type Place = readonly [due: string, id: string];

/** A page of the action items of the companies that the viewer sees. */
export async function listActionItems(
  database: Database,
  viewer: Viewer,
  { company, owner, done, limit, cursor }: Query,
): Promise<{ items: ActionItemRow[]; next: string | null }> {
  if (company !== undefined) requireCompany(viewer, company);
  const after = cursor === undefined ? null : readCursor(cursor, isPlace);
  const which = sql.join(
    [
      sql`coalesce(a.done, false) = ${done === 'true'}`,
      ...(owner === undefined ? [] : [sql`a.owner = ${owner}`]),
      ...(after === null
        ? []
        : [
            sql`(coalesce(a.due_date, 'infinity'), a.key collate "C") > (${after[0] || 'infinity'}::date, ${after[1]}::text)`,
          ]),
    ],
    sql` and `,
  );
  const scope =
    company === undefined ? scopeOfViewer(viewer) : { workspace: viewer.workspace, companies: [company] };
  const rows = await inWorkspace(database, scope, (tx) =>
    actionItemRows(tx, which, { asOf: viewer.loaded.asOf, limit: limit + 1 }),
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? writeCursor([last.dueDate ?? '', last.id]) : null };
}

function isPlace(value: unknown): value is Place {
  const [due, id, ...rest] = Array.isArray(value) ? (value as unknown[]) : [];
  return (
    typeof due === 'string' && /^(\d{4}-\d\d-\d\d)?$/.test(due) && typeof id === 'string' && rest.length === 0
  );
}
