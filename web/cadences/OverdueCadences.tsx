import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { DueCadence } from '../../contract/cadences.ts';
import { useMay, useMe } from '../me/queries.ts';
import { MeetingModal } from '../meetings/MeetingModal.tsx';
import { filtersOf, type MeetingsView } from '../meetings/meetings-view.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { EmptyNote, LoadFailed } from '../ui/Notes.tsx';
import panel from '../ui/Panel.module.css';
import { overdueColumns } from './overdue-columns.tsx';
import { cadencesQuery } from './queries.ts';

/** Whom one should have met by now, the longest overdue first. */
export function OverdueCadences({ view }: { readonly view: MeetingsView }) {
  const { asOf } = useMe().workspace;
  const mayEdit = useMay('edit_companies');
  const [planning, setPlanning] = useState<DueCadence | null>(null);
  const cadences = useQuery(cadencesQuery({ overdue: 'true', ...filtersOf(view) }));
  const columns = useMemo(
    () => [
      ...overdueColumns,
      ...(mayEdit
        ? [
            {
              id: 'plan',
              header: '',
              width: 100,
              cell: (row: DueCadence) =>
                row.planned === null ? (
                  <Button
                    size="compact-xs"
                    variant="default"
                    onClick={() => setPlanning(row)}
                    aria-label={`Plan a meeting with ${row.company.name}`}
                  >
                    Plan
                  </Button>
                ) : null,
            },
          ]
        : []),
    ],
    [mayEdit],
  );
  if (cadences.error && !cadences.data)
    return <LoadFailed error={cadences.error} onRetry={() => void cadences.refetch()} />;
  if (!cadences.data) return <Skeleton h={400} />;
  if (cadences.data.length === 0)
    return (
      <EmptyNote title="Nobody is overdue">
        A customer comes up here when the day has passed by which its cadence says to meet.
      </EmptyNote>
    );
  return (
    <div className={panel.panel}>
      <DataTable
        label="Overdue by cadence"
        columns={columns}
        rows={cadences.data}
        rowKey={(row) => `${row.company.id} ${row.kind}`}
        sort={{ column: 'overdue', order: 'desc' }}
        onSort={() => undefined}
        maxHeight="calc(100vh - 220px)"
      />
      {planning ? (
        <MeetingModal
          company={planning.company.id}
          meeting={null}
          begin={{ kind: planning.kind, method: planning.method, date: asOf }}
          onClose={() => setPlanning(null)}
        />
      ) : null}
    </div>
  );
}
