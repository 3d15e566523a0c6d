import { parseArgs } from 'node:util';
import { examine } from '../server/doctor/examine.ts';
import type { Command } from './command.ts';

const doctor: Command = {
  usage: `

Checks the database, its migrations and what must always be true of the data, changes nothing, and says what is
wrong and how to mend it. Exit code 1 if anything is wrong.`,

  async run(args, io) {
    parseArgs({ args: [...args], options: {} });
    let wrong = 0;
    for await (const { title, problems } of examine(io.environment)) {
      await io.out(`${problems.length === 0 ? 'ok   ' : 'WRONG'} ${title}\n`);
      for (const { what, mend } of problems) await io.out(`      ${what}\n      To mend it: ${mend}\n`);
      wrong += problems.length;
    }
    await io.out(
      wrong === 0 ? 'All is well.\n' : `${wrong} ${wrong === 1 ? 'problem' : 'problems'} found.\n`,
    );
    return wrong === 0 ? 0 : 1;
  },
};
export default doctor;
