import { z } from 'zod';
import { RECORD_KINDS } from '../domain/sync/records.ts';
import { endpoint } from './endpoint.ts';
import { listOf } from './lists.ts';
import { exampleSyncPreview, SyncPreview } from './sync-preview.ts';
import { ById, Id, Named, Timestamp } from './values.ts';

const Kind = z.enum(RECORD_KINDS);

/** How far the records of one kind are, in numbers of records. */
const KindProgress = z.object({
  kind: Kind,
  state: z.enum(['to read', 'reading', 'read', 'failed']).describe('failed: it could not be read to its end'),
  records: z.int().describe('Read so far'),
  created: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  gone: z.int(),
  problems: z.int().describe('Rows that could not be read'),
  missing: z
    .object({ records: z.int(), of: z.int() })
    .nullable()
    .describe('So many were not seen, of so many: somebody has to say whether they are gone'),
  message: z.string().nullable().describe('Why it could not be read'),
});

export const SyncRun = z.object({
  id: z.string(),
  kind: z
    .enum(['first', 'full', 'incremental'])
    .describe('incremental: what has changed; full: everything, so that what is gone shows'),
  state: z.enum(['due', 'running', 'waiting', 'succeeded', 'failed', 'cancelled']),
  waitingFor: z
    .enum(['start', 'deletions'])
    .nullable()
    .describe(
      'What somebody has to say before it goes on: start it (after the preview), or confirm what is gone',
    ),
  requestedBy: Named.nullable().describe('Null: it was due, or the connected system told of a change'),
  requestedAt: Timestamp,
  notBefore: Timestamp.describe('When one that is due begins, or goes on, at the earliest'),
  startedAt: Timestamp.nullable(),
  endedAt: Timestamp.nullable(),
  cancelAsked: z.boolean().describe('It stops after the page that it is at'),
  progress: z.array(KindProgress).describe('In the order in which they are read'),
  calls: z.int().describe('Requests to the connected system'),
  message: z.string().nullable().describe('What it waits for, what was done, or what went wrong'),
  problems: z
    .array(
      z.object({
        kind: Kind,
        record: z.string().nullable().describe('Its id; null: not even that could be read'),
        message: z.string(),
      }),
    )
    .describe('Rows that could not be read, the first hundred'),
});
export type SyncRun = z.infer<typeof SyncRun>;

export const exampleSyncRun: SyncRun = {
  id: '7',
  kind: 'incremental',
  state: 'succeeded',
  waitingFor: null,
  requestedBy: null,
  requestedAt: '2026-11-29T10:00:00.000Z',
  notBefore: '2026-11-29T10:00:00.000Z',
  startedAt: '2026-11-29T10:00:02.000Z',
  endedAt: '2026-11-29T10:00:09.000Z',
  cancelAsked: false,
  progress: [
    {
      kind: 'companies',
      state: 'read',
      records: 3,
      created: 1,
      changed: 1,
      unchanged: 1,
      gone: 0,
      problems: 0,
      missing: null,
      message: null,
    },
  ],
  calls: 9,
  message: '1 company was created, 1 was changed.',
  problems: [],
};

const slice = 'sync';
const connection = '1d7c3d52-51f5-4a46-8f2c-0f0b7a5f0a34';
const ofConnection = { slice, params: ById, response: SyncRun } as const;
const params = { id: connection };
const waiting: SyncRun = {
  ...exampleSyncRun,
  kind: 'first',
  state: 'waiting',
  waitingFor: 'start',
  endedAt: null,
  message: 'Look at what it would do, and start it.',
};
const due: SyncRun = { ...exampleSyncRun, state: 'due', startedAt: null, endedAt: null, progress: [] };

export const previewConnection = endpoint({
  id: 'previewConnection',
  method: 'GET',
  path: '/connections/:id/preview',
  slice,
  summary: 'What a sync would do to the portfolio by what was read and by the settings as they are',
  params: ById,
  response: SyncPreview,
  large: true,
  errors: ['forbidden', 'not_found', 'conflict'],
  examples: { params, response: exampleSyncPreview },
});

export const syncConnection = endpoint({
  ...ofConnection,
  id: 'syncConnection',
  method: 'POST',
  path: '/connections/:id/sync',
  summary: 'Let a sync begin now',
  description:
    'While a connection is being set up that is the first one, which stops before it changes anything.',
  body: z.strictObject({ kind: z.enum(['first', 'full', 'incremental']) }),
  errors: ['forbidden', 'not_found', 'conflict'],
  examples: { params, body: { kind: 'incremental' }, response: due },
});

export const startConnection = endpoint({
  ...ofConnection,
  id: 'startConnection',
  method: 'POST',
  path: '/connections/:id/start',
  summary: 'Let the first sync do what the preview says; from here on the connection is on',
  errors: ['forbidden', 'not_found', 'conflict'],
  examples: { params, response: { ...waiting, state: 'due', waitingFor: null, message: null } },
});

export const cancelConnectionSync = endpoint({
  ...ofConnection,
  id: 'cancelConnectionSync',
  method: 'POST',
  path: '/connections/:id/cancel',
  summary: 'End the sync that is due, runs or waits; one that runs stops after the page that it is at',
  errors: ['forbidden', 'not_found', 'conflict'],
  examples: { params, response: { ...exampleSyncRun, state: 'cancelled', message: 'It was cancelled.' } },
});

export const listConnectionRuns = endpoint({
  id: 'listConnectionRuns',
  method: 'GET',
  path: '/connections/:id/runs',
  slice,
  summary: 'The last fifty syncs of a connection, newest first',
  params: ById,
  response: listOf(SyncRun),
  errors: ['forbidden', 'not_found'],
  examples: { params, response: { items: [exampleSyncRun] } },
});

const ofRun = { slice, params: z.strictObject({ id: Id, run: Id }), response: SyncRun } as const;

export const getConnectionRun = endpoint({
  ...ofRun,
  id: 'getConnectionRun',
  method: 'GET',
  path: '/connections/:id/runs/:run',
  summary: 'How far a sync is, or what it did',
  errors: ['forbidden', 'not_found'],
  examples: { params: { ...params, run: '7' }, response: exampleSyncRun },
});

export const confirmConnectionRun = endpoint({
  ...ofRun,
  id: 'confirmConnectionRun',
  method: 'POST',
  path: '/connections/:id/runs/:run/confirm',
  summary: 'Say that what a sync did not see is really gone',
  errors: ['forbidden', 'not_found', 'conflict'],
  examples: {
    params: { ...params, run: '7' },
    response: { ...exampleSyncRun, kind: 'full', state: 'due', endedAt: null, message: null },
  },
});
