import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { ById, Nothing } from './values.ts';

const slice = 'connections';
const params = { id: '1d7c3d52-51f5-4a46-8f2c-0f0b7a5f0a34' };

export const createConnectionHook = endpoint({
  id: 'createConnectionHook',
  method: 'POST',
  path: '/connections/:id/hook',
  slice,
  summary:
    'Make an address that the connected system calls when something changes; the one before ends at once',
  params: ById,
  response: z.object({
    address: z.string().describe('Shown only now, as only its hash is kept'),
    secret: z.string().describe('To sign with, where the system asks for one; shown only now'),
    instructions: z.array(z.string()).describe('What to do in the connected system'),
  }),
  errors: ['forbidden', 'not_found', 'unprocessable'],
  examples: {
    params,
    response: {
      address:
        'https://quarterdeck.example.com/hooks/psa/0b6f5a52-5f0f-4f4e-9f57-5d3f3c1f7a11/qdh_5Tz1v0aP0f3k',
      secret: 'c9Jt1Yk2',
      instructions: ['Open System › Setup Tables › Integrator Login.'],
    },
  },
});

export const deleteConnectionHook = endpoint({
  id: 'deleteConnectionHook',
  method: 'DELETE',
  path: '/connections/:id/hook',
  slice,
  summary: 'End the address that the connected system calls',
  params: ById,
  status: 204,
  response: Nothing,
  errors: ['forbidden', 'not_found'],
  examples: { params },
});

export const receiveConnectionHint = endpoint({
  id: 'receiveConnectionHint',
  method: 'POST',
  prefix: '/hooks',
  path: '/psa/:workspace/:token',
  slice,
  summary: 'The address that a connected system calls when something has changed',
  description:
    'What the call says is a hint: within seconds the connected system is asked for what may have changed. At most 1 MiB, signed as the system does.',
  public: true,
  params: z.strictObject({ workspace: z.string().max(100), token: z.string().max(200) }),
  query: z.record(z.string(), z.unknown()),
  body: z.unknown(),
  bodyType: 'application/json',
  status: 204,
  response: Nothing,
  errors: ['not_found', 'unauthenticated', 'payload_too_large'],
  examples: {
    params: { workspace: '0b6f5a52-5f0f-4f4e-9f57-5d3f3c1f7a11', token: 'qdh_5Tz1v0aP0f3k' },
    body: { Action: 'updated', Type: 'company', ID: 250 },
  },
});
