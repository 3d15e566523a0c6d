import type { Database } from '../../server/platform/database/database.ts';
import { openPortfolios } from '../../server/portfolio/portfolios.ts';
import { applyMirror } from '../../server/sync/apply-mirror.ts';
import type { ConnectionPlace } from '../../server/sync/sync-context.ts';
import { fillMirror } from '../../server/sync/testing/fill-mirror.ts';
import { generateTenant, TENANT_SIZES, type Tenant } from '../psa/tenant.ts';
import { compareMrr } from './portfolio-mrr.ts';
import { addConnection, onPostgres, watchMemory } from './sync-workspace.ts';

/**
 * What it costs to bring the portfolio in step with the mirror of a large PSA, on PostgreSQL: when all is new, and when nothing is;
 * the most memory that the process had; and whether the MRR is that of the PSA to the cent.
 *
 *     npm run bench -- sync-apply [size, such as M]
 */
const now = new Date();
const MOST_MEMORY = 500;
const size = TENANT_SIZES[(process.argv[2] ?? 'L') as keyof typeof TENANT_SIZES];
await onPostgres(measure);

async function measure(database: Database): Promise<void> {
  const place = await addConnection(database, { vendor: 'made-up' });
  const tenant = generateTenant({ size: { ...size, tickets: 0, timeEntries: 0 }, now });
  await fillMirror(database, place, tenant);
  await fillActivity(database, place, tenant);
  await database.pool.query('analyze');
  const context = { database, portfolios: openPortfolios(database) };
  const call = { ...place, run: 1, now, unread: [], requireRun: async () => undefined };
  const inUse = () => `${Math.round(process.memoryUsage().rss / 1024 / 1024)} MB`;
  for (const what of ['all is new', 'nothing has changed']) {
    const before = inUse();
    const memory = watchMemory();
    const start = performance.now();
    const did = await applyMirror(context, call);
    const seconds = (performance.now() - start) / 1000;
    const most = memory.stop();
    if (most > MOST_MEMORY) process.exitCode = 1;
    console.log(
      `${what}: ${seconds.toFixed(1)} s, most memory ${most} of ${MOST_MEMORY} MB, ${before} before; ${did}`,
    );
  }
  console.log(await compareMrr(context, place, tenant));
}

/** Tickets, hours and surveys by the database itself, so that they do not count as memory of this process. */
async function fillActivity(
  { pool }: Database,
  { workspace, connection }: ConnectionPlace,
  { companies }: Tenant,
): Promise<void> {
  const insert = (kind: string, count: number, columns: string) =>
    pool.query(
      `insert into sync_records (workspace_id, connection, kind, id, fields, company, parent, at, hours, changed_run, seen_run)
       select $1, $2, $3, n::text, f.fields, f.company, f.parent, f.at, f.hours, 1, 1
       from generate_series(1, $4::int) n
       cross join lateral (select (1 + n % $5)::text as company, $6::timestamptz - interval '364 days' * n / $4 as at) c
       cross join lateral (select ${columns}) f`,
      [workspace, connection, kind, count, companies.size, now],
    );
  await insert(
    'tickets',
    size.tickets,
    `jsonb_build_object('kind', 'service', 'company', c.company, 'number', n::text, 'title', 'Something is offline', 'createdAt', c.at)
       as fields, c.company, null::text as parent, c.at, null::numeric as hours`,
  );
  await insert(
    'timeEntries',
    size.timeEntries,
    `jsonb_build_object('kind', 'service', 'company', c.company, 'hours', '0.75', 'resource', 'Sam Ortega') as fields,
       case when n % 2 = 0 then c.company end as company, (1 + n % ${size.tickets})::text as parent, date_trunc('day', c.at) as at, 0.75 as hours`,
  );
  await insert(
    'surveys',
    Math.ceil(size.tickets / 20),
    `jsonb_build_object('rating', 'positive', 'score', '5', 'comment', null, 'email', null, 'company', c.company, 'ticket', n::text,
         'answeredAt', to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.000"Z"')) as fields, c.company, n::text as parent, c.at,
       null::numeric as hours`,
  );
}
