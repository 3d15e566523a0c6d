import { Drawer, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { DashboardRows } from '../../contract/dashboard-rows.ts';
import type { Dashboard } from '../../domain/dashboard/dashboard.ts';
import type { Opening } from '../../domain/dashboard/rows.ts';
import { DownloadCsv } from '../ui/DownloadCsv.tsx';
import { LoadFailed } from '../ui/Notes.tsx';
import { formatCount } from '../ui/numbers.ts';
import { openingTitle } from './opening-title.ts';
import { rowsCsvUrl, rowsQuery } from './queries.ts';
import { RowsTable } from './RowsTable.tsx';
import type { DashboardView } from './view.ts';

interface RowsDrawerProps {
  readonly dashboard: Dashboard;
  readonly view: DashboardView;
  readonly opening: Opening;
  readonly onClose: () => void;
}

/** The rows behind a slice, bar or dot; their sum, at the bottom, is the figure. */
export function RowsDrawer({ dashboard, view, opening, onClose }: RowsDrawerProps) {
  const rows = useQuery(rowsQuery(view, opening));
  const { element, part } = openingTitle(opening, dashboard);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={960}
      title={
        <>
          <Text fz="xs" c="dimmed" component="span" display="block">
            {element}
          </Text>
          <Text fz="lg" fw={620} component="span" display="block" lh={1.3}>
            {part}
          </Text>
        </>
      }
    >
      <Stack gap="sm">
        {rows.isPending ? <Skeleton h={240} /> : null}
        {rows.error ? <LoadFailed error={rows.error} onRetry={() => void rows.refetch()} /> : null}
        {rows.data ? (
          <>
            <RowsTable data={rows.data} figure={opening.figure} value={view.value} />
            <Group justify="space-between">
              <Text fz="sm" c="dimmed">
                {leftOut(rows.data)}
              </Text>
              <DownloadCsv href={rowsCsvUrl(view, opening)} />
            </Group>
          </>
        ) : null}
      </Stack>
    </Drawer>
  );
}

/** The sum at the bottom is always of all rows. */
function leftOut(data: DashboardRows): string {
  if (data.kind === 'revenue' || data.more === 0) return '';
  return `${formatCount(data.more, 'more row is', 'more rows are')} in the sum and in the CSV file.`;
}
