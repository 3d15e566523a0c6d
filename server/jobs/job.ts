import type { Schedule } from '../../domain/jobs/schedule.ts';
import type { ServerContext } from '../context.ts';

/** What a job works with. */
export type JobContext = Pick<ServerContext, 'database' | 'portfolios' | 'files' | 'now'>;

/** Something that the server does by itself, for each workspace. */
export interface Job {
  /** Stays as it is: the database knows the job by it. */
  readonly id: string;
  /** As on the page of jobs. */
  readonly name: string;
  readonly description: string;
  readonly schedule: Schedule;
  /**
   * Does what is due and resolves to what was done, as a sentence that names no company. It may be cut off anywhere, and
   * run again: doing it twice does no harm. A long one works in several transactions and calls `stopIfAsked` in between.
   */
  run(context: JobContext, call: JobCall): Promise<string>;
}

export interface JobCall {
  readonly workspace: string;
  /** The moment that the run counts as. */
  readonly now: Date;
  /** Throws where the server is stopping, or another process has taken the run over. */
  stopIfAsked(): void;
}

/** A failure that an admin can read; any other one is told as unexpected, and in full in the log. */
export class JobProblem extends Error {}
