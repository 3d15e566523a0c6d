import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import packageJson from '../package.json' with { type: 'json' };
import { openSignIn } from './access/sign-in.ts';
import { buildApp } from './app.ts';
import { openConnection } from './connections/open-connection.ts';
import { CONNECTORS } from './connectors/connectors.ts';
import type { ServerContext } from './context.ts';
import { startJobs } from './jobs/run-jobs.ts';
import { JOBS } from './jobs.ts';
import { type Database, openDatabase } from './platform/database/database.ts';
import { migrate } from './platform/database/migrate.ts';
import type { Environment } from './platform/environment.ts';
import { openFileStore } from './platform/files/file-store.ts';
import { errorForLog, logger } from './platform/log.ts';
import { openMail } from './platform/mail.ts';
import { deriveKey, readSecret } from './platform/secret.ts';
import { openPortfolios } from './portfolio/portfolios.ts';
import { applyMirror } from './sync/apply-mirror.ts';
import { startSyncs } from './sync/run-syncs.ts';
import type { SyncContext } from './sync/sync-context.ts';

/** How long a request may go on once the server was told to stop. Milliseconds. */
const drain = 10_000;

/**
 * Runs the server until SIGTERM or SIGINT and resolves to the exit code: opens and migrates the database, listens, says
 * so on stdout. A stop lets the requests in progress end, for ten seconds at most.
 */
export async function startServer(environment: Environment): Promise<number> {
  const { databaseUrl, dataFolder, host, port } = environment;
  const database = await openDatabase(databaseUrl === null ? { dataFolder } : { url: databaseUrl });
  try {
    await migrate(database);
    const context = serverContext(database, environment);
    const app = await buildApp(context, { webFolder: webFolder(), logger });
    const stopped = stopSignal();
    await app.listen({ host, port });
    process.stdout.write(`Quarterdeck is ready on ${addressOf(app)}\n`);
    const warm = warmUp(context).catch((error: unknown) => app.log.warn(errorForLog(error)));
    const options = { after: warm, warn: (entry: Record<string, unknown>) => app.log.warn(entry) };
    const stopJobs = startJobs(context, JOBS, options);
    const stopSyncs = startSyncs(syncContext(context), options);
    await stopped;
    await Promise.all([stopJobs(), stopSyncs()]);
    await closeWithin(app, drain);
    return 0;
  } finally {
    await database.close();
  }
}

/** What the server works with, from what its surroundings decide. */
export function serverContext(
  database: Database,
  environment: Pick<Environment, 'secret' | 'dataFolder' | 'url' | 'mail' | 's3'>,
): ServerContext {
  const secret = readSecret(environment);
  return {
    database,
    portfolios: openPortfolios(database),
    signIn: openSignIn(database, secret, environment.url),
    sealKey: deriveKey(secret, 'remembered answers'),
    surveyKey: deriveKey(secret, 'survey links'),
    surveyToolKey: deriveKey(secret, 'survey tools'),
    connectors: CONNECTORS,
    connectionKey: deriveKey(secret, 'connections'),
    url: environment.url,
    mail: environment.mail === null ? null : openMail(environment.mail),
    files: openFileStore(environment),
    version: packageJson.version,
    now: () => new Date(),
  };
}

/** What syncs work with, by the connections as they are stored. */
export function syncContext(context: ServerContext): SyncContext {
  const openSource: SyncContext['openConnection'] = (place, signal) => openConnection(context, place, signal);
  return { ...context, openConnection: openSource, applyMirror };
}

/** Loads the portfolios before anyone asks, as the first load of a large one takes a while. */
async function warmUp({ database, portfolios, now }: ServerContext): Promise<void> {
  const { rows } = await database.pool.query<{ id: string }>('select id from workspaces order by id');
  for (const { id } of rows) await portfolios.portfolioOf(id, now());
}

/** The built screens: dist/web beside the built program, in the clone as well. */
function webFolder(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const root = here.slice(0, here.lastIndexOf(`${path.sep}dist${path.sep}`) + 1) || path.join(here, '..');
  return path.join(root, 'dist', 'web');
}

function addressOf(app: FastifyInstance): string {
  const { address, family, port } = app.server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
}

async function closeWithin(app: FastifyInstance, milliseconds: number): Promise<void> {
  const impatience = setTimeout(() => app.server.closeAllConnections(), milliseconds);
  await app.close();
  clearTimeout(impatience);
}
