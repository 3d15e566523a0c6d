import { parseArgs } from 'node:util';
import { exportFolder } from '../server/bundle/export/export-folder.ts';
import { openFileStore } from '../server/platform/files/file-store.ts';
import { type Command, UsageError } from './command.ts';
import { requireWorkspace, withMigratedDatabase } from './database.ts';

const exportCommand: Command = {
  usage: `<folder>

Writes the workspace's portfolio as a bundle of CSV files (docs/portfolio-format.md) into a folder, which is made if
there is none. Files of an earlier bundle there are replaced or removed; anything else stays.`,

  async run(args, io) {
    const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
    const [folder, ...more] = positionals;
    if (folder === undefined || more.length > 0) throw new UsageError('Expected one folder.');
    return withMigratedDatabase(io.environment, async (database) => {
      const workspace = await requireWorkspace(database);
      for (const name of await exportFolder(database, workspace, openFileStore(io.environment), folder))
        await io.out(`${name}\n`);
      return 0;
    });
  },
};
export default exportCommand;
