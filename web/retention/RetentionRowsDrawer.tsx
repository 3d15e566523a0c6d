import { Drawer, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { RetentionRows } from '../../contract/retention.ts';
import { useStatusNamed } from '../dashboard/use-statuses.ts';
import { useMoney } from '../me/queries.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { DownloadCsv } from '../ui/DownloadCsv.tsx';
import { formatDay } from '../ui/days.ts';
import { monthName } from '../ui/months.ts';
import { LoadFailed } from '../ui/Notes.tsx';
import { type Sort, sortRows } from '../ui/sort-rows.ts';
import { figureName } from './figure-names.ts';
import { type RetentionOpening, retentionRowsCsvUrl, retentionRowsQuery } from './queries.ts';
import type { RetentionView } from './retention-view.ts';
import { retentionRowColumns } from './row-columns.tsx';

interface RetentionRowsDrawerProps {
  readonly view: RetentionView;
  readonly opening: RetentionOpening;
  readonly onClose: () => void;
}

/** The companies behind a figure; their sum, at the bottom, is the figure. */
export function RetentionRowsDrawer({ view, opening, onClose }: RetentionRowsDrawerProps) {
  const rows = useQuery(retentionRowsQuery(view, opening));
  const { data } = rows;
  const part = [figureName(opening.figure), opening.group?.name].filter(Boolean).join(' · ');
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={1120}
      title={
        <>
          <Text fz="xs" c="dimmed" component="span" display="block">
            {data?.start && data.end
              ? `${monthName(opening.month)} · ${formatDay(data.start)} to ${formatDay(data.end)}`
              : monthName(opening.month)}
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
        {data ? (
          <>
            <RowsTable data={data} opening={opening} />
            <Group justify="flex-end">
              <DownloadCsv href={retentionRowsCsvUrl(view, opening)} />
            </Group>
          </>
        ) : null}
      </Stack>
    </Drawer>
  );
}

function RowsTable({ data, opening }: { readonly data: RetentionRows; readonly opening: RetentionOpening }) {
  const money = useMoney();
  const statusNamed = useStatusNamed();
  const [sort, setSort] = useState<Sort | null>(null);
  const columns = retentionRowColumns(data, opening.figure, { money, statusNamed });
  const by = columns.find(({ id }) => id === sort?.column)?.sortBy;
  // biome-ignore lint/correctness/useExhaustiveDependencies: columns are made anew each time; what they sort by hangs on the column alone
  const rows = useMemo(() => (by && sort ? sortRows(data.rows, by, sort.order) : data.rows), [data, sort]);
  return (
    <DataTable
      label="Companies behind the figure"
      columns={columns}
      rows={rows}
      rowKey={({ company }) => company.id}
      sort={sort ?? { column: '', order: 'desc' }}
      onSort={setSort}
      maxHeight="calc(100vh - 170px)"
    />
  );
}
