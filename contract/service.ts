import { z } from 'zod';
import { endpoint } from './endpoint.ts';

export const getHealth = endpoint({
  id: 'getHealth',
  method: 'GET',
  path: '/health',
  slice: 'service',
  summary: 'Whether the server and its database answer',
  public: true,
  response: z.object({ status: z.literal('ok'), version: z.string() }),
  examples: { response: { status: 'ok', version: '0.1.0' } },
});
