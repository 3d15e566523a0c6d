import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { listOf } from './lists.ts';
import { Line, Nothing, Timestamp } from './values.ts';

const ApiKeyId = z.uuid();

export const ApiKey = z.object({
  id: ApiKeyId,
  name: z.string(),
  prefix: z.string().describe('How the key begins, to recognise it'),
  createdAt: Timestamp,
  lastUsedAt: Timestamp.nullable().describe('To the minute'),
});
export type ApiKey = z.infer<typeof ApiKey>;

const id = '0e1f5a52-5f0f-4f4e-9f57-5d3f3c1f7a11';

export const listApiKeys = endpoint({
  id: 'listApiKeys',
  method: 'GET',
  path: '/api-keys',
  slice: 'api-keys',
  summary: 'Your API keys, newest first',
  response: listOf(ApiKey),
  examples: {
    response: {
      items: [
        { id, name: 'Power BI', prefix: 'qd_5Tz1', createdAt: '2026-11-22T09:00:00.000Z', lastUsedAt: null },
      ],
    },
  },
});

export const createApiKey = endpoint({
  id: 'createApiKey',
  method: 'POST',
  path: '/api-keys',
  slice: 'api-keys',
  summary: 'Make an API key that acts as you',
  description: 'The key is shown once; only its hash is kept.',
  body: z.strictObject({ name: Line }),
  status: 201,
  response: z.object({ id: ApiKeyId, name: z.string(), key: z.string() }),
  examples: { body: { name: 'Power BI' }, response: { id, name: 'Power BI', key: 'qd_5Tz1…' } },
});

export const deleteApiKey = endpoint({
  id: 'deleteApiKey',
  method: 'DELETE',
  path: '/api-keys/:id',
  slice: 'api-keys',
  summary: 'Revoke one of your API keys, at once',
  params: z.strictObject({ id: ApiKeyId }),
  status: 204,
  response: Nothing,
  errors: ['not_found'],
  examples: { params: { id } },
});
