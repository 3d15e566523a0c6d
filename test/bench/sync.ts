import type { Database } from '../../server/platform/database/database.ts';
import { openPortfolios } from '../../server/portfolio/portfolios.ts';
import type { SyncContext } from '../../server/sync/sync-context.ts';
import { TENANT_SIZES } from '../psa/tenant.ts';
import { type MadeUpSizes, madeUpSource } from './made-up-source.ts';
import { addConnection, onPostgres, runOnce, watchMemory } from './sync-workspace.ts';

/**
 * What a sync of a large PSA costs without the network, on PostgreSQL: records per second when all are new, when all are there,
 * and the time when nothing has changed; and the most memory that the process had.
 *
 *     npm run bench -- sync [share of the L-size tenant, such as 0.1]
 */
const share = Number(process.argv[2] ?? 1);
const now = new Date();
await onPostgres((database) => measure(database, sizes()));

function sizes(): MadeUpSizes {
  const { companies, contacts, contracts, contractLines, tickets, timeEntries } = TENANT_SIZES.L;
  const scaled = Object.entries({ companies, contacts, contracts, contractLines, tickets, timeEntries });
  return Object.fromEntries(scaled.map(([kind, count]) => [kind, Math.ceil(count * share)]));
}

async function measure(on: Database, of: MadeUpSizes): Promise<void> {
  const place = await addConnection(on, { vendor: 'made-up' });
  const context: SyncContext = {
    database: on,
    portfolios: openPortfolios(on),
    now: () => new Date(),
    openConnection: madeUpSource(of, now),
    applyMirror: async () => '',
  };
  const timeOf = async (kind: 'full' | 'incremental') => {
    const { state, message, seconds } = await runOnce(context, place, kind);
    console.log(`${state}: ${message}`);
    return seconds;
  };
  const records = Object.values(of).reduce((sum, count) => sum + count, 0);
  console.log(`\nA PSA of ${records.toLocaleString('en-US')} records`);
  const memory = watchMemory();
  const first = await timeOf('full');
  console.log(`first sync: ${first.toFixed(1)} s, ${Math.round(records / first)} records/s`);
  const again = await timeOf('full');
  console.log(`full sync, all there: ${again.toFixed(1)} s, ${Math.round(records / again)} records/s`);
  const changes = await timeOf('incremental');
  console.log(`incremental sync, nothing changed: ${changes.toFixed(2)} s`);
  console.log(`most memory: ${memory.stop()} MB`);
}
