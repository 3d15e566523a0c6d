import type { AddressInfo } from 'node:net';
import { buildApp } from '../../../server/app.ts';
import { serverContext } from '../../../server/main.ts';
import { openDatabase } from '../../../server/platform/database/database.ts';

/** A server process for uploads, without jobs. Arguments: the database's place as JSON; the data folder. It says its port. */
const [place, dataFolder] = process.argv.slice(2) as [string, string];
const database = await openDatabase(JSON.parse(place));
const secret = 'a secret for tests, 32 characters at least';
const context = serverContext(database, { secret, dataFolder, url: null, mail: null, s3: null });
const app = await buildApp(context, { webFolder: '/nowhere', logger: false });
await app.listen({ port: 0, host: '127.0.0.1' });
const { port } = app.server.address() as AddressInfo;
process.stdout.write(`${JSON.stringify({ port })}\n`);
