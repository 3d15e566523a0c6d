import { Modal, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMay } from '../me/queries.ts';
import { LoadFailed } from '../ui/Notes.tsx';
import { CellFacts } from './CellFacts.tsx';
import { CellForm } from './CellForm.tsx';
import { cellTitle, type OpenedCell } from './opened-cell.ts';
import { cellQuery } from './queries.ts';

interface CellEditorProps {
  readonly cell: OpenedCell;
  readonly onClose: () => void;
}

/** The dialog of one cell as it stands now: a form for those who may change it, the facts for everyone else. */
export function CellEditor({ cell, onClose }: CellEditorProps) {
  const { company, stackItem } = cell;
  const canEdit = useMay('edit_companies');
  const row = useQuery({ ...cellQuery(company.id, stackItem.id), refetchOnWindowFocus: false });
  if (row.data && canEdit) return <CellForm cell={cell} row={row.data} onClose={onClose} />;
  return (
    <Modal opened onClose={onClose} title={cellTitle(cell)} size="lg">
      {row.data ? <CellFacts cell={cell} row={row.data} /> : null}
      {row.error ? <LoadFailed error={row.error} onRetry={() => void row.refetch()} /> : null}
      {row.isPending ? <Skeleton h={320} /> : null}
    </Modal>
  );
}
