import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/jobs.ts';
import { scheduleInWords } from '../../domain/jobs/schedule.ts';
import { change } from '../access/change.ts';
import { userRoute } from '../access/routes.ts';
import type { ServerContext } from '../context.ts';
import { JOBS } from '../jobs.ts';
import { inWorkspace, type Tx } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import type { Job } from './job.ts';
import { jobStates, lastRuns, runsOf, timeZoneOf } from './queries.ts';
import { runJob } from './run-job.ts';

/** Jobs belong to the workspace and say nothing of a company, so an admin sees them whatever their own scope is. */
export function addJobRoutes(app: FastifyInstance, context: ServerContext): void {
  const { database } = context;

  userRoute(app, context, contract.listJobs, 'manage_jobs', async ({ identity: { workspace } }) => ({
    items: await inWorkspace(database, { workspace, companies: 'all' }, presentJobs),
  }));

  userRoute(
    app,
    context,
    contract.listJobRuns,
    'manage_jobs',
    async ({ identity: { workspace }, params }) => {
      const { id } = jobOf(params.id);
      const runs = await inWorkspace(database, { workspace, companies: 'all' }, (tx) => runsOf(tx, id));
      return { items: runs };
    },
  );

  userRoute(app, context, contract.runJob, 'manage_jobs', async (call) => {
    const job = jobOf(call.params.id);
    return change(context, call, 'all', async (tx) => {
      await runJob(tx, call.identity, job, context.now());
      return (await presentJobs(tx)).find(({ id }) => id === job.id)!;
    });
  });
}

function jobOf(id: string): Job {
  const job = JOBS.find((one) => one.id === id);
  if (!job) throw notFound('job', id);
  return job;
}

async function presentJobs(tx: Tx): Promise<contract.Job[]> {
  const states = await jobStates(tx);
  const last = await lastRuns(tx);
  const timeZone = await timeZoneOf(tx);
  return JOBS.map(({ id, name, description, schedule }) => {
    const state = states.get(id);
    return {
      id,
      name,
      description,
      schedule: scheduleInWords(schedule, timeZone),
      running: state?.running ?? false,
      nextRunAt: state?.nextRunAt.toISOString() ?? null,
      failures: state?.failures ?? 0,
      lastRun: last.get(id) ?? null,
    };
  });
}
