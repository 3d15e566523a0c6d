import { setTimeout as delay } from 'node:timers/promises';
import { openDatabase } from '../../../server/platform/database/database.ts';
import { openPortfolios } from '../../../server/portfolio/portfolios.ts';
import { applyMirror } from '../../../server/sync/apply-mirror.ts';
import { startSyncs } from '../../../server/sync/run-syncs.ts';
import { scriptedSource } from '../../../server/sync/testing/scripted-source.ts';
import { versionOfTenant } from '../../../server/sync/testing/tenant-versions.ts';

/**
 * A server process that runs syncs of a PSA in memory, and says when it is open. Arguments: the database's place as JSON; which version
 * of the tenant the PSA shows; how long the lease is, and how long a page takes (ms). SIGTERM stops it.
 */
const [place, version, lease, takes] = process.argv.slice(2) as [string, string, string, string];
const database = await openDatabase(JSON.parse(place));
const tenant = versionOfTenant(Number(version));
const source = scriptedSource(() => tenant);
source.script = async () => {
  await delay(Number(takes));
  return undefined;
};
const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);
const context = {
  database,
  portfolios: openPortfolios(database),
  now: () => new Date(),
  openConnection: source.open,
  applyMirror,
};
const stop = startSyncs(context, { pause: 20, lease: Number(lease), warn: say });
say({ open: database.engine });
process.once('SIGTERM', async () => {
  await stop();
  await database.close();
});
