import { parseArgs } from 'node:util';
import { errorLine } from '../server/bundle/errors.ts';
import { importBundle } from '../server/bundle/import-bundle.ts';
import { openBundle } from '../server/bundle/source.ts';
import { openFileStore } from '../server/platform/files/file-store.ts';
import { type Command, UsageError } from './command.ts';
import { withMigratedDatabase } from './database.ts';

const importCommand: Command = {
  usage: `<bundle> [--dry-run]

Reads a portfolio bundle, a folder or a zip of CSV files (docs/portfolio-format.md), into the workspace.
Prints for every file how many rows were created, updated and unchanged. If anything is wrong, every error is
said with its file, line and column, and nothing is written. In an empty database the workspace is created.

  --dry-run   do everything, print it, and undo it`,

  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { 'dry-run': { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [place, ...more] = positionals;
    if (place === undefined || more.length > 0)
      throw new UsageError('Expected one bundle, a folder or a zip.');
    const source = await openBundle(place);
    try {
      const dryRun = values['dry-run'];
      const result = await withMigratedDatabase(io.environment, (database) =>
        importBundle(database, source, { dryRun, files: openFileStore(io.environment) }),
      );
      if (result.ok) {
        for (const { file, created, updated, unchanged } of result.files)
          await io.out(`${file}: ${created} created, ${updated} updated, ${unchanged} unchanged\n`);
        if (dryRun) io.say('This was a dry run: nothing was written.');
        return 0;
      }
      for (const error of result.errors) io.say(errorLine(error));
      if (result.more > 0) io.say(`and ${result.more} more`);
      return 1;
    } finally {
      await source.close();
    }
  },
};
export default importCommand;
