import { z } from 'zod';
import { CYCLES } from '../domain/portfolio/facts.ts';
import { RECORD_KINDS } from '../domain/sync/records.ts';
import { endpoint } from './endpoint.ts';
import { listOf } from './lists.ts';
import { exampleSyncRun, SyncRun } from './sync-runs.ts';
import { ById, Id, Line, Named, Nothing, Timestamp } from './values.ts';

const Kind = z.enum(RECORD_KINDS);
const Cycle = z.enum(CYCLES);

export const Connector = z.object({
  vendor: z.string(),
  name: z.string().describe('As its users call it'),
  credentials: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      help: z.string().describe('Where to find it, and what it looks like'),
      secret: z.boolean().describe('Never shown again'),
      optional: z.boolean(),
    }),
  ),
  kinds: z.array(Kind).describe('What it reads'),
  callsBack: z.boolean().describe('It can tell of changes'),
});
export type Connector = z.infer<typeof Connector>;

const Names = z.array(z.string().max(500)).max(1000);

/** As domain/sync/settings.ts. */
export const SyncSettings = z.strictObject({
  clients: z.strictObject({
    types: Names.describe(
      'The company types that are clients; none: types that speak of clients or customers',
    ),
    withoutStatuses: Names.describe('Companies of these statuses are left out'),
  }),
  periods: z
    .record(z.string().max(500), Cycle)
    .describe(
      'What billing periods mean, by their code; one that is not here means what its system is sure of',
    ),
  users: z
    .record(z.string().max(500), Id)
    .describe('Ids of users, by the names of owners in the connected system'),
  scores: z
    .strictObject({ positiveFrom: z.number(), negativeTo: z.number() })
    .refine(({ positiveFrom, negativeTo }) => negativeTo < positiveFrom, {
      path: ['negativeTo'],
      message: 'less than positiveFrom',
    })
    .nullable()
    .describe('How a survey’s score is read where its scale is not known; null: it is not'),
});

export const Connection = z.object({
  id: z.string(),
  vendor: z.string(),
  vendorName: z.string(),
  name: z.string(),
  state: z.enum(['setting up', 'on', 'paused']),
  credentials: z.record(z.string(), z.string()).describe('Those that are not secret'),
  secrets: z.array(z.string()).describe('The names of the secret ones that are kept; never shown'),
  allowPrivate: z.boolean().describe('Its address may be one of a private network'),
  syncEveryMinutes: z.int(),
  fullAt: z
    .int()
    .describe('When it is read as a whole every night: minutes after midnight in the workspace’s time zone'),
  settings: SyncSettings,
  hasHook: z.boolean().describe('It has an address that the vendor’s system calls'),
  createdAt: Timestamp,
  createdBy: Named.nullable(),
  run: SyncRun.nullable().describe('The one that is due, runs or waits; else the last one'),
  etag: z.string().describe('For If-Match'),
});
export type Connection = z.infer<typeof Connection>;

const Credentials = z.record(z.string().max(100), z.string().trim().max(4000));
const Minutes = {
  syncEveryMinutes: z.int().min(1).max(1440),
  fullAt: z.int().min(0).max(1439),
};

const slice = 'connections';
const cw = {
  vendor: 'connectwise',
  name: 'ConnectWise PSA',
};
const example: Connection = {
  id: '1d7c3d52-51f5-4a46-8f2c-0f0b7a5f0a34',
  vendor: cw.vendor,
  vendorName: cw.name,
  name: 'Our ConnectWise',
  state: 'on',
  credentials: { host: 'na.myconnectwise.net', company: 'northwind' },
  secrets: ['privateKey'],
  allowPrivate: false,
  syncEveryMinutes: 15,
  fullAt: 120,
  settings: {
    clients: { types: ['Client'], withoutStatuses: [] },
    periods: { '2': 'monthly' },
    users: {},
    scores: null,
  },
  hasHook: false,
  createdAt: '2026-11-20T09:00:00.000Z',
  createdBy: { id: 'dana', name: 'Dana' },
  run: exampleSyncRun,
  etag: '"5f2a0b9c41d8e6b7a3f19c0d2e4b6a81"',
};
const ofExample = { params: { id: example.id } };

export const listConnectors = endpoint({
  id: 'listConnectors',
  method: 'GET',
  path: '/connectors',
  slice,
  summary: 'The systems that can be connected, and what they ask for',
  response: listOf(Connector),
  errors: ['forbidden'],
  examples: {
    response: {
      items: [
        {
          ...cw,
          credentials: [
            {
              name: 'host',
              label: 'Host',
              help: 'Such as na.myconnectwise.net',
              secret: false,
              optional: false,
            },
            {
              name: 'privateKey',
              label: 'Private key',
              help: 'Of an API member',
              secret: true,
              optional: false,
            },
          ],
          kinds: ['companies', 'contacts', 'contracts', 'contractLines'],
          callsBack: true,
        },
      ],
    },
  },
});

export const listConnections = endpoint({
  id: 'listConnections',
  method: 'GET',
  path: '/connections',
  slice,
  summary: 'The systems that the workspace’s data comes from',
  description: 'For admins who see every company, as are all endpoints about connections.',
  response: listOf(Connection),
  errors: ['forbidden'],
  examples: { response: { items: [example] } },
});

export const createConnection = endpoint({
  id: 'createConnection',
  method: 'POST',
  path: '/connections',
  slice,
  summary: 'Connect a system; nothing is read until it is asked for',
  body: z.strictObject({
    vendor: z.string().max(100),
    name: Line.max(100),
    credentials: Credentials.describe('By the names of the connector’s fields'),
    allowPrivate: z.boolean().default(false),
  }),
  status: 201,
  response: Connection,
  errors: ['forbidden', 'conflict', 'unprocessable'],
  examples: {
    body: {
      vendor: cw.vendor,
      name: example.name,
      credentials: { host: 'na.myconnectwise.net', company: 'northwind', privateKey: '…' },
    },
    response: { ...example, state: 'setting up', run: null },
  },
});

export const getConnection = endpoint({
  id: 'getConnection',
  method: 'GET',
  path: '/connections/:id',
  slice,
  summary: 'One connection',
  params: ById,
  response: Connection,
  errors: ['forbidden', 'not_found'],
  examples: { ...ofExample, response: example },
});

export const updateConnection = endpoint({
  id: 'updateConnection',
  method: 'PATCH',
  path: '/connections/:id',
  slice,
  summary: 'Change a connection; settings hold from the next sync on',
  description:
    'Credentials that are not named stay; an empty text takes an optional one away. Whoever changes one that is not secret, or lets its address be private, gives the secret ones again, as they would be sent to another place.',
  params: ById,
  body: z.strictObject({
    name: Line.max(100).optional(),
    credentials: Credentials.optional(),
    allowPrivate: z.boolean().optional(),
    syncEveryMinutes: Minutes.syncEveryMinutes.optional(),
    fullAt: Minutes.fullAt.optional(),
    settings: SyncSettings.optional(),
    state: z.enum(['on', 'paused']).optional().describe('Not while it is being set up'),
  }),
  response: Connection,
  errors: ['forbidden', 'not_found', 'conflict', 'precondition_failed', 'unprocessable'],
  examples: { ...ofExample, body: { state: 'paused' }, response: { ...example, state: 'paused' } },
});

export const deleteConnection = endpoint({
  id: 'deleteConnection',
  method: 'DELETE',
  path: '/connections/:id',
  slice,
  summary: 'End a connection; what it brought in stays, as if it had been entered by hand',
  params: ById,
  status: 204,
  response: Nothing,
  errors: ['forbidden', 'not_found', 'precondition_failed'],
  examples: ofExample,
});

export const testConnection = endpoint({
  id: 'testConnection',
  method: 'POST',
  path: '/connections/:id/test',
  slice,
  summary: 'Ask the connected system for one record of each kind: what may these credentials read?',
  params: ById,
  response: z.object({
    permissions: z.array(
      z.object({
        kind: z.enum([...RECORD_KINDS, 'sign in']),
        allowed: z.boolean(),
        message: z.string().describe('What was found, or what to do about it'),
      }),
    ),
  }),
  errors: ['forbidden', 'not_found'],
  examples: {
    ...ofExample,
    response: {
      permissions: [
        { kind: 'sign in', allowed: true, message: 'Signed in to 2025.1.' },
        {
          kind: 'contracts',
          allowed: false,
          message: 'Allow “Finance › Agreements: Inquire” to the API member.',
        },
      ],
    },
  },
});

/** What was read, as far as it has to be understood. */
export const ConnectionChoices = z.object({
  companyTypes: z
    .array(z.object({ name: z.string(), companies: z.int() }))
    .describe('A company may have several'),
  companyStatuses: z.array(z.object({ name: z.string(), companies: z.int() })),
  billingPeriods: z.array(
    z.object({
      code: z.string().describe('What it is mapped by; empty: the system names none'),
      label: z.string(),
      proposed: Cycle.nullable().describe('What it means elsewhere; null: nobody can know'),
      certain: z.boolean().describe('It means that whether or not somebody says so'),
      mapped: Cycle.nullable().describe('What somebody has said'),
      items: z.int().describe('How many contracts and lines are billed by it'),
    }),
  ),
  owners: z.array(
    z.object({
      name: z.string(),
      companies: z.int(),
      mapped: Named.nullable().describe('The user that somebody has said'),
      proposed: Named.nullable().describe('The user of the same name or e-mail address'),
    }),
  ),
  productCodes: z.array(
    z.object({
      code: z.string(),
      description: z.string().nullable().describe('What most of its lines say'),
      lines: z.int(),
      products: z.array(Named).describe('Products of the stack that have the code; none: unmapped'),
    }),
  ),
});
export type ConnectionChoices = z.infer<typeof ConnectionChoices>;

export const getConnectionChoices = endpoint({
  id: 'getConnectionChoices',
  method: 'GET',
  path: '/connections/:id/choices',
  slice,
  summary: 'What has to be said of what was read: types of companies, billing periods, owners, product codes',
  description: 'Each with how much of it was read, the most first. Empty before the first sync.',
  params: ById,
  response: ConnectionChoices,
  errors: ['forbidden', 'not_found'],
  examples: {
    ...ofExample,
    response: {
      companyTypes: [{ name: 'Client', companies: 40 }],
      companyStatuses: [{ name: 'Active', companies: 38 }],
      billingPeriods: [
        { code: '2', label: 'Monthly', proposed: 'monthly', certain: true, mapped: null, items: 212 },
      ],
      owners: [
        { name: 'Dana Reyes', companies: 12, mapped: null, proposed: { id: 'dana', name: 'Dana Reyes' } },
      ],
      productCodes: [
        {
          code: 'DNS-USER',
          description: 'DNSFilter per user',
          lines: 12,
          products: [{ id: 'dnsfilter', name: 'DNSFilter' }],
        },
      ],
    },
  },
});

export const getConnectionSample = endpoint({
  id: 'getConnectionSample',
  method: 'GET',
  path: '/connections/:id/sample/:kind',
  slice,
  summary: 'One record of a kind as the connected system sends it, with what is personal or secret masked',
  description: 'To report the shape of records that are not read as they should be.',
  params: z.strictObject({ id: Id, kind: Kind }),
  response: z.object({ record: z.unknown().describe('Null: there is none') }),
  errors: ['forbidden', 'not_found', 'unprocessable'],
  examples: {
    params: { id: example.id, kind: 'companies' },
    response: { record: { id: 250, name: 'Xxxx Xxxxxx', deletedFlag: false } },
  },
});

export const matchConnectionRecord = endpoint({
  id: 'matchConnectionRecord',
  method: 'PUT',
  path: '/connections/:id/matches/:record',
  slice,
  summary: 'Say which company of ours a company of the connected system is',
  params: z.strictObject({ id: Id, record: Id }),
  body: z.strictObject({
    company: Id.nullable().describe('Null: none that is here already; it becomes one of its own'),
  }),
  status: 204,
  response: Nothing,
  errors: ['forbidden', 'not_found', 'conflict', 'unprocessable'],
  examples: { params: { id: example.id, record: '250' }, body: { company: 'acme-dental' } },
});
