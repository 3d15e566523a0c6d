import { backUp } from '../server/backup/back-up.ts';
import type { Command } from './command.ts';
import { withMigratedDatabase } from './database.ts';
import { onlyFile } from './only-file.ts';

const backup: Command = {
  usage: `<file>

Writes the whole database, as it is at one moment, into a file, while others go on working.
Uploaded files are not in it: copy the folder "files" of the data folder after it (or keep versions of the bucket).
Keep the file from others' eyes, and keep a copy of the data folder's file "secret", or of QUARTERDECK_SECRET, with it.`,

  run(args, io) {
    const file = onlyFile(args);
    return withMigratedDatabase(io.environment, async (database) => {
      const { rows } = await backUp(database, file);
      io.say(`Backed up ${rows} rows to ${file}.`);
      return 0;
    });
  },
};
export default backup;
