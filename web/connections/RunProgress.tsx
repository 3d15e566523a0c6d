import { Progress, Stack, Text } from '@mantine/core';
import type { SyncRun } from '../../contract/sync-runs.ts';
import { formatCount } from '../ui/numbers.ts';
import { KindsTable } from './KindsTable.tsx';
import { progressInWords, progressShare } from './run-words.ts';

/** How far a sync is, kind by kind. */
export function RunProgress({ run }: { readonly run: SyncRun }) {
  return (
    <Stack gap="xs">
      <Text fz="sm" role="status" className="qd-figures">
        {progressInWords(run)}
      </Text>
      <Progress
        value={progressShare(run)}
        animated={run.state === 'running'}
        aria-label="Progress of the sync"
      />
      <Text fz="xs" c="dimmed" className="qd-figures">
        {formatCount(run.calls, 'request', 'requests')} to the system
      </Text>
      <KindsTable run={run} />
    </Stack>
  );
}
