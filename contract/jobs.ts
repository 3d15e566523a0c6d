import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { listOf } from './lists.ts';
import { ById, Named, Timestamp } from './values.ts';

export const JobRun = z.object({
  id: z.string(),
  startedAt: Timestamp,
  endedAt: Timestamp.nullable().describe('Null: it is running'),
  outcome: z
    .enum(['running', 'succeeded', 'failed', 'interrupted'])
    .describe('interrupted: the process that ran it ended or was stopped, and the run was due again'),
  message: z.string().nullable().describe('What was done, or what went wrong, in words'),
  requestedBy: Named.nullable().describe('Who asked for it; null: it was due'),
});
export type JobRun = z.infer<typeof JobRun>;

export const Job = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  schedule: z.string().describe('In words'),
  running: z.boolean(),
  nextRunAt: Timestamp.nullable().describe(
    'A time that has passed: as soon as a server is free; null: not planned yet',
  ),
  failures: z.int().describe('How often in a row it has failed'),
  lastRun: JobRun.nullable(),
});
export type Job = z.infer<typeof Job>;

const run: JobRun = {
  id: '12',
  startedAt: '2026-11-22T10:00:00.000Z',
  endedAt: '2026-11-22T10:00:01.000Z',
  outcome: 'succeeded',
  message: 'Removed 2 sessions and 1 invitation.',
  requestedBy: null,
};
const job: Job = {
  id: 'end-expired',
  name: 'Clear what has expired',
  description: 'Removes sessions, invitations and remembered answers whose time has run out.',
  schedule: 'Every hour',
  running: false,
  nextRunAt: '2026-11-22T11:00:00.000Z',
  failures: 0,
  lastRun: run,
};

export const listJobs = endpoint({
  id: 'listJobs',
  method: 'GET',
  path: '/jobs',
  slice: 'jobs',
  summary: 'What the server does by itself, when it did it last and when it will again',
  response: listOf(Job),
  examples: { response: { items: [job] } },
});

export const listJobRuns = endpoint({
  id: 'listJobRuns',
  method: 'GET',
  path: '/jobs/:id/runs',
  slice: 'jobs',
  summary: 'The last fifty runs of a job, newest first',
  params: ById,
  response: listOf(JobRun),
  errors: ['not_found'],
  examples: { params: { id: job.id }, response: { items: [run] } },
});

export const runJob = endpoint({
  id: 'runJob',
  method: 'POST',
  path: '/jobs/:id/run',
  slice: 'jobs',
  summary: 'Let a job run now',
  description: 'A server takes it up within seconds. Refused while it runs.',
  params: ById,
  response: Job,
  errors: ['not_found', 'conflict'],
  examples: { params: { id: job.id }, response: job },
});
