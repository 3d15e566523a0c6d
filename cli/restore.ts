import { restore } from '../server/backup/restore.ts';
import type { Command } from './command.ts';
import { withMigratedDatabase } from './database.ts';
import { onlyFile } from './only-file.ts';

const restoreCommand: Command = {
  usage: `<file>

Fills an empty database from a backup: all of it or, if anything is wrong, nothing.
It may have been made on PostgreSQL or on the embedded database, and be restored on either.`,

  run(args, io) {
    const file = onlyFile(args);
    return withMigratedDatabase(io.environment, async (database) => {
      const { rows } = await restore(database, file);
      io.say(`Restored ${rows} rows from ${file}.`);
      return 0;
    });
  },
};
export default restoreCommand;
