import type { Job } from '../jobs/job.ts';
import { sweepFiles } from './sweep-files.ts';

/** Bytes that no file names any more, or never did, do not stay. */
export const sweepUnused: Job = {
  id: 'sweep-files',
  name: 'Remove unused files',
  description: 'Removes the bytes of files that were deleted, and of uploads that were cut off, after a day.',
  schedule: { dailyAt: 3 * 60 + 40 },
  async run({ database, files }, { workspace, now }) {
    const removed = await sweepFiles(database, files, { workspace, now });
    return removed === 0 ? 'Nothing was unused.' : `Removed ${removed} ${removed === 1 ? 'file' : 'files'}.`;
  },
};
