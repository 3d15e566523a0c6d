import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { cpuUsage, memoryUsage } from 'node:process';
import { identityOf } from '../../server/access/identity.ts';
import { buildApp } from '../../server/app.ts';
import { serverContext } from '../../server/main.ts';
import { openDatabase } from '../../server/platform/database/database.ts';
import { readEnvironment } from '../../server/platform/environment.ts';

/**
 * The server, with two more routes: `/bench/no-op?bytes=N` finds out who asks, as every request of this server does, and
 * answers N bytes; `/bench/usage` says what the process has taken. Prints its port.
 */
export async function runBenchServer(): Promise<void> {
  const environment = readEnvironment(process.env);
  const database = await openDatabase({ url: environment.databaseUrl! });
  const context = serverContext(database, environment);
  const app = await buildApp(context, { webFolder: path.resolve('dist/web'), logger: false });
  const bodies = new Map<string, string>();
  app.get('/bench/no-op', async (request, reply) => {
    await identityOf(context.database, context.signIn, request);
    const { bytes } = request.query as { bytes: string };
    const body = bodies.get(bytes) ?? 'x'.repeat(Number(bytes));
    bodies.set(bytes, body);
    return reply.type('application/json').send(body);
  });
  app.get('/bench/usage', async (_request, reply) => {
    const { user, system } = cpuUsage();
    return reply.send(JSON.stringify({ cpu: (user + system) / 1000, rss: memoryUsage.rss() }));
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  process.stdout.write(`${(app.server.address() as AddressInfo).port}\n`);
}
