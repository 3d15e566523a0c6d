import { useCallback, useMemo, useState } from 'react';
import type {
  AlignmentBulkChange,
  AlignmentChange,
  AlignmentRow,
  AlignmentGrid as Grid,
} from '../../contract/alignment.ts';
import { useMay, useMoney } from '../me/queries.ts';
import { groupBy } from '../ui/group-by.ts';
import { LeaveGuard } from '../ui/LeaveGuard.tsx';
import { formatCount } from '../ui/numbers.ts';
import { AlignmentGrid } from './AlignmentGrid.tsx';
import { AlignmentToolbar } from './AlignmentToolbar.tsx';
import { AlignmentTotals } from './AlignmentTotals.tsx';
import classes from './alignment.module.css';
import { alignmentBands } from './alignment-bands.ts';
import { BulkBar } from './BulkBar.tsx';
import { ClashModal } from './ClashModal.tsx';
import { fieldsOf, type PendingChange } from './cell-change.ts';
import { gridLines } from './grid-lines.ts';
import { LinksModal } from './LinksModal.tsx';
import { NotesModal } from './NotesModal.tsx';
import { RefusedChanges } from './RefusedChanges.tsx';
import type { CellField } from './typed-values.ts';
import { useCellChanges } from './use-cell-changes.ts';
import { useGridView } from './use-grid-view.ts';
import { useOthersChanges } from './use-others-changes.ts';
import { useSelection } from './use-selection.ts';
import { useUndoKey } from './use-undo-key.ts';

interface StackAlignmentProps {
  readonly grid: Grid;
  /** The last look for news has failed. */
  readonly outdated: boolean;
}

type Dialog = { readonly kind: 'notes' | 'links'; readonly stackItem: string } | null;

/** The figures, the grid and the dialogs of a company's stack alignment. */
export function StackAlignment({ grid, outdated }: StackAlignmentProps) {
  const { company, asOf, staleAfterDays } = grid;
  const mayEdit = useMay('edit_companies');
  const money = useMoney();
  /** What was undone, or cannot be edited. */
  const [note, setNote] = useState('');
  const bands = useMemo(() => alignmentBands(grid.bands), [grid.bands]);
  const { changes, pending, clashes, canUndo, show, refused } = useCellChanges(company.id, setNote);
  const fresh = useOthersChanges(grid.rows, changes);
  const { view, kept, keep, change: onView } = useGridView();
  const rows = useMemo(() => grid.rows.map(show), [grid.rows, show]);
  const lines = useMemo(() => gridLines(rows, view, kept), [rows, view, kept]);
  const selection = useSelection(lines);
  const [dialog, setDialog] = useState<Dialog>(null);
  const close = () => setDialog(null);
  const row = dialog && rows.find(({ stackItem }) => stackItem.id === dialog.stackItem);

  const save = useCallback(
    (seen: AlignmentRow, change: AlignmentChange) => {
      if (fieldsOf(change).length === 0) return;
      keep([seen.stackItem.id]);
      setNote('');
      changes.save(seen, change);
    },
    [changes, keep],
  );
  const saveMany = useCallback(
    (stackItems: readonly string[], change: AlignmentBulkChange) => {
      keep(stackItems);
      setNote('');
      return changes.saveMany(stackItems, change);
    },
    [changes, keep],
  );
  const { select } = selection;
  const context = useMemo(
    () => ({
      money,
      bands,
      asOf,
      staleAfterDays,
      mayEdit,
      save,
      select,
      openNotes: (stackItem: string) => setDialog({ kind: 'notes', stackItem }),
      openLinks: (stackItem: string) => setDialog({ kind: 'links', stackItem }),
    }),
    [money, bands, asOf, staleAfterDays, mayEdit, save, select],
  );
  useUndoKey(useCallback(() => void changes.undo(), [changes]));
  const unsaved = useMemo(() => unsavedFields(refused), [refused]);
  const [clash] = clashes;
  const isSaving = pending.length > refused.length + clashes.length;
  return (
    <section className={classes.page} aria-label="Stack Alignment">
      <AlignmentTotals totals={grid.totals} rows={rows} />
      <AlignmentToolbar
        view={view}
        onView={onView}
        mayEdit={mayEdit}
        canUndo={canUndo}
        onUndo={() => void changes.undo()}
        status={statusOf({ isSaving, refused: refused.length, note, outdated, canUndo })}
      />
      <RefusedChanges refused={refused} onRetry={changes.retry} onGiveUp={changes.giveUp} />
      {selection.rows.length > 0 ? (
        <BulkBar rows={selection.rows} saveMany={saveMany} onClear={selection.clear} />
      ) : null}
      {lines.length === 0 ? (
        <p className={classes.empty}>Nothing of the stack fits what you look for.</p>
      ) : (
        <AlignmentGrid
          label={`Stack alignment of ${company.name}`}
          lines={lines}
          selected={selection.selected}
          onSelectAll={selection.selectAll}
          fresh={fresh}
          unsaved={unsaved}
          context={context}
          onRefused={({ stackItem }) => setNote(`Check Applicable of ${stackItem.name} first`)}
        />
      )}
      {clash ? <ClashModal clash={clash} onSettle={(whose) => changes.settle(clash, whose)} /> : null}
      {dialog?.kind === 'notes' && row ? (
        <NotesModal company={company.id} row={row} mayEdit={mayEdit} onClose={close} />
      ) : null}
      {dialog?.kind === 'links' && row ? (
        <LinksModal company={company.id} row={row} mayEdit={mayEdit} onClose={close} />
      ) : null}
      <LeaveGuard
        unsaved={pending.length > 0}
        title="Leave with changes that are not saved?"
        action="Leave without them"
      >
        They would be lost. Stay to try again.
      </LeaveGuard>
    </section>
  );
}

interface Standing {
  readonly isSaving: boolean;
  readonly refused: number;
  readonly note: string;
  readonly outdated: boolean;
  readonly canUndo: boolean;
}

/** What happens to the changes, in words. */
function statusOf({ isSaving, refused, note, outdated, canUndo }: Standing): string {
  if (isSaving) return 'Saving…';
  if (refused > 0) return `${formatCount(refused, 'change is', 'changes are')} not saved`;
  if (note) return note;
  if (outdated) return 'The server cannot be reached: what others change does not show now';
  return canUndo ? 'Everything is saved' : '';
}

/** The fields that the server has not taken, by stack item. */
function unsavedFields(refused: readonly PendingChange[]): ReadonlyMap<string, ReadonlySet<CellField>> {
  const byItem = groupBy(refused, ({ seen }) => seen.stackItem.id);
  return new Map(
    [...byItem].map(([item, changes]) => [item, new Set(changes.flatMap(({ change }) => fieldsOf(change)))]),
  );
}
