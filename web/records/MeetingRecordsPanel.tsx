import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { LoadFailed } from '../ui/Notes.tsx';
import { Panel } from '../ui/Panel.tsx';
import { meetingRecordsQuery } from './queries.ts';
import { RecordChecklist } from './RecordChecklist.tsx';

/** The records of one meeting, on its page. */
export function MeetingRecordsPanel({ meeting }: { readonly meeting: string }) {
  const records = useQuery(meetingRecordsQuery(meeting));
  return (
    <Panel title="Records">
      {records.data ? (
        // stays when looking again fails: somebody may be typing in one of its dialogs
        <RecordChecklist meeting={meeting} found={records.data} />
      ) : records.error ? (
        <LoadFailed error={records.error} onRetry={() => void records.refetch()} />
      ) : (
        <Skeleton h={160} />
      )}
    </Panel>
  );
}
