import BookOpen from 'lucide-react/icons/book-open';
import FileText from 'lucide-react/icons/file-text';
import Lightbulb from 'lucide-react/icons/lightbulb';
import RotateCcw from 'lucide-react/icons/rotate-ccw';
import Tag from 'lucide-react/icons/tag';
import type { AlignmentChange, AlignmentRow } from '../../contract/alignment.ts';
import classes from './alignment.module.css';
import { fieldName } from './grid-columns.ts';
import { useGrid } from './grid-context.ts';
import { type CellField, isTyped } from './typed-values.ts';

const ICONS = {
  tag: Tag,
  'contract lines': FileText,
  recommendations: Lightbulb,
  'price book': BookOpen,
} as const;

interface SourceMarkProps {
  readonly row: AlignmentRow;
  readonly field: CellField;
  readonly source: string;
}

/** Where a value comes from: an icon for what is derived; for what was set by hand, the button that gives it back. */
export function SourceMark({ row, field, source }: SourceMarkProps) {
  const { mayEdit, save } = useGrid();
  if (isTyped(row, field) && mayEdit && (row.applicable || field === 'applicable'))
    return (
      <button
        type="button"
        className={classes.reset}
        // by keyboard: Delete
        tabIndex={-1}
        aria-label={`Reset ${fieldName(field)} of ${row.stackItem.name}`}
        onClick={() => save(row, { [field]: null } as AlignmentChange)}
      >
        <RotateCcw size={13} aria-hidden />
      </button>
    );
  const Icon = ICONS[source as keyof typeof ICONS];
  return Icon ? <Icon size={12} className={classes.mark} aria-hidden /> : null;
}
