import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { createApiKey } from '../server/api-keys/create-api-key.ts';
import type { Database } from '../server/platform/database/database.ts';
import { inWorkspace } from '../server/platform/database/transaction.ts';
import { type Command, UsageError } from './command.ts';
import { requireWorkspace, withMigratedDatabase } from './database.ts';

const apiKeyCreate: Command = {
  usage: `--email E [--name N]

Makes an API key that acts as a user, and prints it, once and alone.

  --email E   the user's address
  --name N    what the key is for (default: Command line)`,

  run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: { email: { type: 'string' }, name: { type: 'string', default: 'Command line' } },
    });
    const { email, name } = values;
    if (email === undefined) throw new UsageError('--email is missing; expected the address of a user.');
    return withMigratedDatabase(io.environment, async (database) => {
      await io.out(`${await makeKey(database, email, name)}\n`);
      return 0;
    });
  },
};
export default apiKeyCreate;

async function makeKey(database: Database, email: string, name: string): Promise<string> {
  const workspace = await requireWorkspace(database);
  return inWorkspace(database, { workspace, companies: 'all' }, async (tx) => {
    const { rows } = await sql<{ key: string; deactivated: boolean | null }>`
      select key, deactivated from users where workspace_id = ${workspace} and lower(email) = lower(${email})`.execute(
      tx,
    );
    if (!rows[0]) throw new Error(`There is no user with the e-mail address "${email}".`);
    if (rows[0].deactivated) throw new Error(`The user with the e-mail address "${email}" is deactivated.`);
    return (await createApiKey(tx, { workspace, user: rows[0].key }, name)).key;
  });
}
