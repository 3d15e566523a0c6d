import { endpoint } from './endpoint.ts';
import { listOf } from './lists.ts';
import { Named } from './values.ts';

export const listColleagues = endpoint({
  id: 'listColleagues',
  method: 'GET',
  path: '/colleagues',
  slice: 'users',
  summary: 'The active users of the workspace by name, to be named as owners and attendees',
  response: listOf(Named),
  examples: { response: { items: [{ id: 'dana', name: 'Dana Reyes' }] } },
});
