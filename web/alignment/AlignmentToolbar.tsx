import { SegmentedControl, Switch, TextInput } from '@mantine/core';
import Search from 'lucide-react/icons/search';
import Undo2 from 'lucide-react/icons/undo-2';
import { IconButton } from '../ui/IconButton.tsx';
import classes from './alignment.module.css';
import type { GridView, Grouping } from './grid-lines.ts';
import { KeysHelp } from './KeysHelp.tsx';

interface AlignmentToolbarProps {
  readonly view: GridView;
  readonly onView: (part: Partial<GridView>) => void;
  readonly mayEdit: boolean;
  readonly canUndo: boolean;
  readonly onUndo: () => void;
  /** What is happening to the changes, in words. */
  readonly status: string;
}

const GROUPINGS: { value: Grouping; label: string }[] = [
  { value: 'none', label: 'No groups' },
  { value: 'category', label: 'By category' },
  { value: 'tag', label: 'By tag' },
];

/** What the grid shows, and what happens to its changes. */
export function AlignmentToolbar(props: AlignmentToolbarProps) {
  const { view, onView, mayEdit, canUndo, onUndo, status } = props;
  return (
    <div className={classes.toolbar}>
      <TextInput
        type="search"
        size="xs"
        className={classes.search ?? ''}
        aria-label="Search the stack"
        placeholder="Service, product, provider, tag"
        leftSection={<Search size={14} aria-hidden />}
        value={view.search}
        onChange={(event) => onView({ search: event.currentTarget.value })}
      />
      <SegmentedControl
        size="xs"
        aria-label="Groups"
        data={GROUPINGS}
        value={view.grouping}
        onChange={(grouping) => onView({ grouping })}
      />
      <Switch
        size="sm"
        label="Only gaps"
        checked={view.onlyGaps}
        onChange={(event) => onView({ onlyGaps: event.currentTarget.checked })}
      />
      <span className={classes.status} role="status">
        {status}
      </span>
      {mayEdit ? (
        <IconButton
          icon={Undo2}
          label="Undo the last change"
          disabled={!canUndo}
          onClick={onUndo}
          aria-keyshortcuts="Control+Z"
        />
      ) : null}
      <KeysHelp mayEdit={mayEdit} />
    </div>
  );
}
