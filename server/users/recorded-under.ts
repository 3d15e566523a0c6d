import type { RecordedUnder } from '../access/require-grants-unchanged.ts';

/** Where changes of a user are on record. */
export const recordedUnder = (id: string): RecordedUnder => ({
  id,
  actions: ['add user', 'update user', 'deactivate user', 'reactivate user'],
  lists: ['users', 'members'],
});
