import type { Changed } from '../access/last-change.ts';

/** How the record calls the changes of a stack item, to find the last of them. */
export const changesOfItem = (id: string): Changed => ({
  company: null,
  actions: ['create stack item', 'update stack item', 'merge stack item'],
  subject: id,
});

export const changesOfProduct = (id: string): Changed => ({
  company: null,
  actions: ['create product', 'update product', 'merge product'],
  subject: id,
});
