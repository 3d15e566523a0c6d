import { parseArgs } from 'node:util';
import { errorLine } from '../server/bundle/errors.ts';
import { loadDemo } from '../server/demo/load-demo.ts';
import { openFileStore } from '../server/platform/files/file-store.ts';
import type { Command } from './command.ts';
import { withMigratedDatabase } from './database.ts';

const demo: Command = {
  usage: `

Loads the demo portfolio, 162 invented companies, into a workspace without companies.
Prints for every file of it how many rows were created.`,

  run(args, io) {
    parseArgs({ args: [...args], options: {} });
    return withMigratedDatabase(io.environment, async (database) => {
      const result = await loadDemo(database, { files: openFileStore(io.environment) });
      if (!result.ok) throw new Error(result.errors.map(errorLine).join('\n'));
      for (const { file, created } of result.files) await io.out(`${file}: ${created} created\n`);
      return 0;
    });
  },
};
export default demo;
