import { sealCredentials } from '../../server/connections/credentials.ts';
import { openConnection } from '../../server/connections/open-connection.ts';
import type { Connector } from '../../server/connectors/connector.ts';
import { CONNECTORS } from '../../server/connectors/connectors.ts';
import type { Database } from '../../server/platform/database/database.ts';
import { deriveKey } from '../../server/platform/secret.ts';
import { openPortfolios } from '../../server/portfolio/portfolios.ts';
import { applyMirror } from '../../server/sync/apply-mirror.ts';
import type { SyncContext } from '../../server/sync/sync-context.ts';
import { startAutotask } from '../psa/autotask/fake.ts';
import { startFakeConnectWise } from '../psa/connectwise/fake.ts';
import { startFakeHalo } from '../psa/halo/fake.ts';
import { generateTenant, TENANT_SIZES, type Tenant } from '../psa/tenant.ts';
import { compareMrr } from './portfolio-mrr.ts';
import { addConnection, onPostgres, runOnce } from './sync-workspace.ts';

/**
 * How often a sync asks a PSA of 150 companies, on PostgreSQL: the first time, and when nothing has changed; and whether the MRR is
 * that of the PSA to the cent. The vendor's limits of calls in a minute are not waited for. Fails where a budget is exceeded.
 *
 *     npm run bench -- sync-calls [vendor, such as halopsa]
 */
const now = new Date();
const key = deriveKey('a secret for the bench, 32 characters at least', 'connections');

interface Fake {
  readonly credentials: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

interface Measured {
  readonly vendor: string;
  /** Requests of a first sync, at most; one without changes has a fiftieth. */
  readonly budget: number;
  start(tenant: Tenant): Promise<Fake>;
}

const MEASURED: readonly Measured[] = [
  { vendor: 'connectwise', budget: 650, start: startFakeConnectWise },
  { vendor: 'autotask', budget: 250, start: (tenant) => startAutotask({ tenant, now }) },
  // the dearer of HaloPSA's ways: lines are not in the list of recurring invoices
  {
    vendor: 'halopsa',
    budget: 800,
    start: (tenant) => startFakeHalo({ tenant, thinInvoices: true, checkRows: false }),
  },
];

await onPostgres(async (database) => {
  const [wanted] = process.argv.slice(2);
  for (const one of MEASURED) if (wanted === undefined || one.vendor === wanted) await measure(database, one);
});

/** As an admin of HaloPSA would: what its codes mean is only known from elsewhere. Other vendors have other codes. */
async function confirmPeriods(database: Database): Promise<void> {
  const periods = { 1: 'weekly', 2: 'monthly', 3: 'annual', 4: 'quarterly', 5: 'semiannual' };
  await database.pool.query('update connections set settings = $1', [JSON.stringify({ periods })]);
}

async function measure(database: Database, { vendor, budget, start }: Measured): Promise<void> {
  const tenant = generateTenant({
    size: TENANT_SIZES.M,
    now,
    flatAmounts: vendor === 'connectwise',
  });
  const fake = await start(tenant);
  try {
    const place = await addConnection(database, {
      vendor,
      credentials: sealCredentials(key, fake.credentials),
    });
    await confirmPeriods(database);
    const context = contextOf(database);
    for (const [kind, most] of [
      ['first', budget],
      ['incremental', Math.floor(budget / 50)],
    ] as const) {
      const { state, message, calls, seconds, progress } = await runOnce(context, place, kind);
      console.log(
        `${vendor}, ${kind}: ${calls} calls of ${most}, ${seconds.toFixed(1)} s; ${state}: ${message}`,
      );
      const kinds = progress.kinds.map(({ kind, pages, records }) => `${kind} ${pages}/${records}`);
      console.log(`  pages/records: ${kinds.join(', ')}`);
      if (calls > most || state !== 'succeeded') process.exitCode = 1;
      if (state !== 'succeeded') return;
    }
    console.log(`${vendor}, ${await compareMrr(context, place, tenant)}`);
  } finally {
    await fake.close();
  }
}

function contextOf(database: Database): SyncContext {
  const common = { database, portfolios: openPortfolios(database), now: () => new Date() };
  const connections = { ...common, connectors: CONNECTORS.map(hurried), connectionKey: key };
  return {
    ...common,
    openConnection: (place, signal) => openConnection(connections, place, signal),
    applyMirror,
  };
}

function hurried(connector: Connector): Connector {
  return { ...connector, limits: { ...connector.limits, perMinute: 1_000_000 } };
}
