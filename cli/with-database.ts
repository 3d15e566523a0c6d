import { type Database, openDatabase } from '../server/platform/database/database.ts';
import { migrate } from '../server/platform/database/migrate.ts';
import type { Environment } from '../server/platform/environment.ts';

/** Opens and migrates the database that the environment names, hands it to `work`, and closes it whatever happens. */
export async function withDatabase<Result>(
  { databaseUrl, dataFolder }: Pick<Environment, 'databaseUrl' | 'dataFolder'>,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase(databaseUrl === null ? { dataFolder } : { url: databaseUrl });
  try {
    await migrate(database);
    return await work(database);
  } finally {
    await database.close();
  }
}
