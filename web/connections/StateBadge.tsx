import { Badge } from '@mantine/core';
import type { SyncRun } from '../../contract/sync-runs.ts';
import { STATES } from './run-words.ts';

/** How a sync is, in a word. */
export function StateBadge({ state }: Pick<SyncRun, 'state'>) {
  const { label, color } = STATES[state];
  return (
    <Badge variant="light" color={color}>
      {label}
    </Badge>
  );
}
