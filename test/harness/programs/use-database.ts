import { createInterface } from 'node:readline';
import { openDatabase } from '../../../server/platform/database/database.ts';
import { migrate } from '../../../server/platform/database/migrate.ts';

/**
 * A process that uses a database as tests tell it to (see test/harness/processes.ts). Its argument is the place as JSON;
 * it says `{"open": engine}` once it is open, then answers each line, a query as `{"sql": …}` or `{"migrate": true}`.
 */
const say = (answer: unknown) => process.stdout.write(`${JSON.stringify(answer)}\n`);

const database = await openDatabase(JSON.parse(process.argv[2] as string));
say({ open: database.engine });
for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line) as { sql?: string; migrate?: true };
  try {
    if (request.migrate) say({ rows: await migrate(database) });
    else {
      // Several statements have several results, which have no rows of their own.
      const { rows = [] } = await database.pool.query(request.sql as string);
      say({ rows });
    }
  } catch (error) {
    say({ error: (error as Error).message });
  }
}
await database.close();
