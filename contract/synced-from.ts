import { z } from 'zod';
import { Day, Timestamp } from './values.ts';

/** The connected system that something comes from. */
export const SyncedFrom = z.object({
  connection: z.object({ id: z.string(), name: z.string(), vendor: z.string() }),
  record: z.string().describe('Its id there'),
  syncedAt: Timestamp.nullable().describe('When a sync has succeeded last; null: none has yet'),
  goneOn: Day.nullable().describe('Since when it is not there any more, or no client any more'),
  owned: z.array(z.string()).describe('The fields that the system says; they are changed there'),
});
export type SyncedFrom = z.infer<typeof SyncedFrom>;

export const syncedFromField = SyncedFrom.nullable().describe(
  'The connected system that says it; null: ours alone',
);
