import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Id, Nothing } from './values.ts';

export const startViewAs = endpoint({
  id: 'startViewAs',
  method: 'POST',
  path: '/view-as',
  slice: 'view-as',
  summary: 'See the product as a user does',
  description:
    'From then on this session sees and may read what that user does, and can change nothing, until DELETE /view-as. Begin and end are on record.',
  cookieOnly: true,
  body: z.strictObject({ user: Id }),
  status: 204,
  response: Nothing,
  errors: ['forbidden', 'not_found', 'unprocessable'],
  examples: { body: { user: 'sam@northwind.example' } },
});

export const endViewAs = endpoint({
  id: 'endViewAs',
  method: 'DELETE',
  path: '/view-as',
  slice: 'view-as',
  summary: 'See the product with your own eyes again',
  cookieOnly: true,
  whileViewing: true,
  status: 204,
  response: Nothing,
  examples: {},
});
