import { setTimeout as delay } from 'node:timers/promises';
import type { Job } from '../../../server/jobs/job.ts';
import { startJobs } from '../../../server/jobs/run-jobs.ts';
import { openDatabase } from '../../../server/platform/database/database.ts';
import { dataFolderStore } from '../../../server/platform/files/data-folder.ts';
import { openPortfolios } from '../../../server/portfolio/portfolios.ts';

/**
 * A server process that runs one job, which leaves a row in the table job_marks when it begins and one when it ends.
 * Arguments: the database's place as JSON; how long the job takes (ms), how long the lease is (ms). It says that it is
 * open, and what it warns of; SIGTERM stops it.
 */
const [place, takes, lease] = process.argv.slice(2) as [string, string, string];
const database = await openDatabase(JSON.parse(place));
const mark = (what: string, workspace: string) =>
  database.pool.query('insert into job_marks (process, what, workspace) values ($1, $2, $3)', [
    process.pid,
    what,
    workspace,
  ]);

const job: Job = {
  id: 'mark',
  name: 'Mark',
  description: 'Marks.',
  schedule: { everyMinutes: 60 },
  async run(_context, { workspace, stopIfAsked }) {
    await mark('begins', workspace);
    for (const end = Date.now() + Number(takes); Date.now() < end; ) {
      await delay(20);
      stopIfAsked();
    }
    await mark('ends', workspace);
    return 'Marked.';
  },
};

const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);
const context = {
  database,
  portfolios: openPortfolios(database),
  files: dataFolderStore('nowhere'),
  now: () => new Date(),
};
const stop = startJobs(context, [job], { pause: 20, lease: Number(lease), warn: say });
say({ open: database.engine });
process.once('SIGTERM', async () => {
  await stop();
  await database.close();
});
