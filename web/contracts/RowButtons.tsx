import { Group } from '@mantine/core';
import Pencil from 'lucide-react/icons/pencil';
import Trash2 from 'lucide-react/icons/trash-2';
import { IconButton } from '../ui/IconButton.tsx';

interface RowButtonsProps {
  /** What the row is of. */
  readonly name: string;
  readonly onEdit: () => void;
  /** Null: it is not for deleting here. */
  readonly onDelete: (() => void) | null;
}

/** What can be done with a row: edit it, delete it. */
export const RowButtons = ({ name, onEdit, onDelete }: RowButtonsProps) => (
  <Group gap={2} wrap="nowrap" justify="flex-end">
    <IconButton icon={Pencil} label={`Edit ${name}`} onClick={onEdit} />
    {onDelete ? <IconButton icon={Trash2} label={`Delete ${name}`} onClick={onDelete} /> : null}
  </Group>
);
