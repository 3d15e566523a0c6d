import type { RecordedUnder } from '../access/require-grants-unchanged.ts';

/** Where changes of an account manager are on record. */
export const recordedUnder = (id: string): RecordedUnder => ({
  id,
  actions: ['add account manager', 'update account manager', 'remove account manager'],
  lists: ['accountManagers'],
});
