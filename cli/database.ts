import { onlyWorkspace } from '../server/bundle/import-bundle.ts';
import { type Database, openDatabase } from '../server/platform/database/database.ts';
import { migrate } from '../server/platform/database/migrate.ts';
import type { Environment } from '../server/platform/environment.ts';

/** Opens the environment's database, brings its tables up to this program, hands it to `work`, and closes it whatever happens. */
export async function withMigratedDatabase<Result>(
  { databaseUrl, dataFolder }: Environment,
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

/** The id of the workspace; throws where there is none yet. */
export async function requireWorkspace(database: Database): Promise<string> {
  const workspace = await onlyWorkspace(database);
  if (workspace === undefined)
    throw new Error(
      'There is no workspace yet: import a bundle, load the demo, or start the server and set it up in the browser.',
    );
  return workspace;
}
