import NotebookPen from 'lucide-react/icons/notebook-pen';
import type { AlignmentRow } from '../../contract/alignment.ts';
import { formatCount } from '../ui/numbers.ts';
import classes from './alignment.module.css';
import { useGrid } from './grid-context.ts';

interface ServiceCellProps {
  readonly row: AlignmentRow;
  readonly active: boolean;
}

/** The stack item, and its notes' icon: green without notes, blue with their number. */
export function ServiceCell({ row, active }: ServiceCellProps) {
  const { openNotes } = useGrid();
  const { stackItem, notes, retired } = row;
  return (
    <>
      <span className={classes.name} dir="auto">
        {stackItem.name}
        {retired ? <small> (retired)</small> : null}
      </span>
      <button
        type="button"
        className={classes.notes}
        data-count={notes.count || undefined}
        data-stop
        data-hint="notes"
        tabIndex={active ? 0 : -1}
        aria-label={`Notes about ${stackItem.name}: ${notes.count === 0 ? 'none' : formatCount(notes.count, 'note', 'notes')}`}
        onClick={() => openNotes(stackItem.id)}
      >
        <NotebookPen size={15} aria-hidden />
        {notes.count || null}
      </button>
    </>
  );
}
