import type { KeyboardEvent } from 'react';
import type { AlignmentChange, AlignmentRow } from '../../contract/alignment.ts';
import { type Place, placeAfter, type Walk } from './cursor.ts';
import type { GridColumn } from './grid-columns.ts';
import { type CellField, isTyped } from './typed-values.ts';
import type { Editing } from './use-cursor.ts';

interface GridKeys {
  readonly at: Place | null;
  readonly walk: Walk;
  readonly columns: readonly GridColumn[];
  readonly mayEdit: boolean;
  readonly rowAt: (line: string) => AlignmentRow | undefined;
  readonly go: (to: Place) => void;
  readonly begin: (editing: Editing) => void;
  readonly save: (seen: AlignmentRow, change: AlignmentChange) => void;
  /** Told when somebody wants to edit what cannot be. */
  readonly onRefused: (row: AlignmentRow) => void;
}

const OPENED: readonly string[] = ['product', 'money', 'text', 'slider'];

/** What the keys do in a grid while no cell of it is being edited; controls keep Space and what else they know. */
export function gridKeys(grid: GridKeys): (event: KeyboardEvent) => void {
  return (event) => {
    const { at, walk } = grid;
    const row = at && grid.rowAt(at.line);
    const column = grid.columns.find(({ id }) => id === at?.column);
    if (!at || !row || !column || event.altKey) return;
    const to = placeAfter(event, at, walk);
    if (to) {
      event.preventDefault();
      grid.go(to);
      return;
    }
    if (!grid.mayEdit || event.ctrlKey || event.metaKey) return;
    const act = actionOf(event.key, row, column);
    if (!act) return;
    event.preventDefault();
    if (!row.applicable && column.field !== 'applicable') grid.onRefused(row);
    else if (act.change) grid.save(row, act.change);
    else grid.begin({ ...at, seen: row, start: act.start ?? null });
  };
}

interface Action {
  /** Else the cell is opened. */
  readonly change?: AlignmentChange;
  /** The character that begins the editing. */
  readonly start?: string;
}

function actionOf(key: string, row: AlignmentRow, { kind, field }: GridColumn): Action | null {
  if (field === undefined) return null;
  if (key === 'Delete' || key === 'Backspace') return { change: cleared(row, field) };
  if (kind === 'check')
    return toggles(key, row, field) ? { change: { [field]: !row[field as 'threat'] } } : null;
  if (!OPENED.includes(kind)) return null;
  if (key === 'Enter' || key === 'F2' || key === ' ') return {};
  return isCharacter(key) ? { start: key } : null;
}

/** Space is the checkbox's own, where it can be used at all. */
const toggles = (key: string, { applicable }: AlignmentRow, field: CellField): boolean =>
  key === 'Enter' || (key === ' ' && !applicable && field !== 'applicable');

/** Gives a field back to the rules; there is no provider, and no threat. */
function cleared(row: AlignmentRow, field: CellField): AlignmentChange {
  if (field === 'threat') return row.threat ? { threat: false } : {};
  if (field === 'provider') return row.provider === null ? {} : { provider: null };
  return isTyped(row, field) ? { [field]: null } : {};
}

const isCharacter = (key: string): boolean => [...key].length === 1;
