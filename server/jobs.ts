import { endExpired } from './jobs/end-expired.ts';
import type { Job } from './jobs/job.ts';
import { sweepUnused } from './records/sweep-unused.ts';
import { dailySnapshots } from './snapshots/daily-snapshots.ts';
import { definitionSnapshots } from './snapshots/definition-snapshots.ts';

/** Everything that the server does by itself, in the order of the page of jobs: one line per job. */
export const JOBS: readonly Job[] = [dailySnapshots, definitionSnapshots, endExpired, sweepUnused];
