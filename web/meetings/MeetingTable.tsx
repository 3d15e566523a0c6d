import { Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { MeetingRow } from '../../contract/meetings.ts';
import { useMe } from '../me/queries.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { EmptyNote, LoadFailed } from '../ui/Notes.tsx';
import panel from '../ui/Panel.module.css';
import { meetingColumns } from './meeting-columns.tsx';
import { filtersOf, type MeetingsView } from './meetings-view.ts';
import { meetingsQuery } from './queries.ts';

/** The meetings to come, the next one first, or those that were held, the last one first. */
export function MeetingTable({ view }: { readonly view: MeetingsView }) {
  const { asOf } = useMe().workspace;
  const upcoming = view.list === 'upcoming';
  const meetings = useInfiniteQuery(
    meetingsQuery({
      ...(upcoming ? { status: ['planned'], from: asOf } : { status: ['held'], order: 'desc' }),
      ...filtersOf(view),
    }),
  );
  const rows = useMemo<readonly MeetingRow[]>(
    () => meetings.data?.pages.flatMap(({ items }) => items) ?? [],
    [meetings.data],
  );
  const columns = useMemo(() => meetingColumns(upcoming), [upcoming]);
  if (meetings.error && !meetings.data)
    return <LoadFailed error={meetings.error} onRetry={() => void meetings.refetch()} />;
  if (!meetings.data) return <Skeleton h={400} />;
  if (rows.length === 0)
    return (
      <EmptyNote title={upcoming ? 'No meeting is planned' : 'No meeting was held'}>
        {upcoming
          ? 'What is due by its cadence stands under Overdue. A meeting is planned here, or on a customer’s Engagement page.'
          : 'A meeting that was held comes up here with its notes and action items.'}
      </EmptyNote>
    );
  return (
    <div className={panel.panel}>
      <DataTable
        label={upcoming ? 'Upcoming meetings' : 'Meetings held'}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        sort={{ column: 'date', order: upcoming ? 'asc' : 'desc' }}
        onSort={() => undefined}
        maxHeight="calc(100vh - 220px)"
        onEnd={() => {
          if (meetings.hasNextPage && !meetings.isFetchingNextPage) void meetings.fetchNextPage();
        }}
      />
    </div>
  );
}
