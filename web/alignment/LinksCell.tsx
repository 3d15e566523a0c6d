import Lightbulb from 'lucide-react/icons/lightbulb';
import type { AlignmentRow } from '../../contract/alignment.ts';
import { NONE } from '../ui/numbers.ts';
import classes from './alignment.module.css';
import { useGrid } from './grid-context.ts';

interface LinksCellProps {
  readonly row: AlignmentRow;
  readonly active: boolean;
}

/** How many open recommendations are linked to a row; opens them. */
export function LinksCell({ row, active }: LinksCellProps) {
  const { mayEdit, openLinks } = useGrid();
  const open = row.links.filter((link) => link.open).length;
  const closed = row.links.length - open;
  const mayLink = mayEdit && row.applicable;
  if (row.links.length === 0 && !mayLink) return <span className={classes.text}>{NONE}</span>;
  const words = row.links.length === 0 ? 'Link' : `${open} open${closed > 0 ? `, ${closed} closed` : ''}`;
  return (
    <button
      type="button"
      className={classes.links}
      data-stop
      data-none={row.links.length === 0 || undefined}
      tabIndex={active ? 0 : -1}
      aria-label={`Recommendations for ${row.stackItem.name}: ${row.links.length === 0 ? 'none' : words}`}
      onClick={() => openLinks(row.stackItem.id)}
    >
      <Lightbulb size={14} aria-hidden />
      {words}
    </button>
  );
}
