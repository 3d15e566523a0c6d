import { RECORD_KINDS, type RecordFields } from '../../../domain/sync/records.ts';
import type { Tenant } from '../../../test/psa/tenant.ts';
import type { Database } from '../../platform/database/database.ts';
import type { ConnectionPlace } from '../sync-context.ts';

/** What the columns beside a record's fields say. */
type Columns = readonly [
  company: string | null,
  parent: string | null,
  at: string | null,
  hours: string | null,
];

const NOTHING: Columns = [null, null, null, null];
const COLUMNS: { readonly [K in keyof RecordFields]?: (fields: RecordFields[K]) => Columns } = {
  contractLines: ({ company, contract }) => [company, contract, null, null],
  tickets: ({ company, createdAt }) => [company, null, createdAt, null],
  timeEntries: ({ company, ticket, workedOn, hours }) => [company, ticket, `${workedOn}T00:00:00Z`, hours],
  surveys: ({ company, ticket, answeredAt }) => [company, ticket, answeredAt, null],
};

/** Makes a connection's mirror hold what a tenant does, all of it read to its end; what it held besides is gone. */
export async function fillMirror(
  { pool }: Database,
  { workspace, connection }: ConnectionPlace,
  tenant: Tenant,
): Promise<void> {
  await pool.query(`update sync_records set gone_at = now() where workspace_id = $1 and connection = $2`, [
    workspace,
    connection,
  ]);
  for (const kind of RECORD_KINDS) {
    const columns = COLUMNS[kind] as ((fields: unknown) => Columns) | undefined;
    const rows = [...tenant[kind]].map(([id, { fields }]) => {
      const [company, parent, at, hours] = columns?.(fields) ?? NOTHING;
      return { id, fields, company, parent, at, hours };
    });
    await pool.query(
      `insert into sync_records (workspace_id, connection, kind, id, fields, company, parent, at, hours, changed_run, seen_run)
       select $1, $2, $3, id, fields, company, parent, at, hours, 1, 1 from jsonb_to_recordset($4::jsonb) as r
         (id text, fields jsonb, company text, parent text, at timestamptz, hours numeric)
       on conflict (workspace_id, connection, kind, id) do update set fields = excluded.fields,
         company = excluded.company, parent = excluded.parent, at = excluded.at, hours = excluded.hours, gone_at = null`,
      [workspace, connection, kind, JSON.stringify(rows)],
    );
    await pool.query(
      `insert into sync_watermarks (workspace_id, connection, kind, run, started_at) values ($1, $2, $3, 1, now())
       on conflict do nothing`,
      [workspace, connection, kind],
    );
  }
}
