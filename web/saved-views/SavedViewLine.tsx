import { Group, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import Pencil from 'lucide-react/icons/pencil';
import Trash2 from 'lucide-react/icons/trash-2';
import type { SavedView } from '../../contract/saved-views.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { NameForm } from './NameForm.tsx';
import classes from './saved-views.module.css';

interface SavedViewLineProps {
  readonly view: SavedView;
  readonly current: boolean;
  readonly onChoose: () => void;
  readonly onRename: (name: string) => void;
  readonly onDelete: () => void;
}

export function SavedViewLine({ view, current, onChoose, onRename, onDelete }: SavedViewLineProps) {
  const [renaming, { open, close }] = useDisclosure(false);
  if (renaming) {
    return (
      <NameForm
        label={`New name of ${view.name}`}
        action="Rename"
        name={view.name}
        onName={(name) => {
          onRename(name);
          close();
        }}
      />
    );
  }
  return (
    <Group gap={2} wrap="nowrap">
      <UnstyledButton
        className={classes.choice ?? ''}
        aria-current={current ? 'true' : undefined}
        onClick={onChoose}
      >
        {view.name}
      </UnstyledButton>
      <IconButton icon={Pencil} label={`Rename ${view.name}`} onClick={open} />
      <IconButton icon={Trash2} label={`Delete ${view.name}`} onClick={onDelete} />
    </Group>
  );
}
