import type { AlignmentChange, AlignmentRow, AlignmentSaved } from '../../../contract/alignment.ts';
import { ApiError } from '../../api/call.ts';
import { type CellChanges, type CellNews, cellChanges } from '../cell-changes.ts';
import { showChange } from '../show-change.ts';
import { rowOf } from './row-of.ts';

const totals = { percent: null, mrrOpportunity: 0, oneTimeOpportunity: 0 };

/** The cells of a company as a server would keep them, each state under an ETag of its own. */
export function fakeCells(...items: readonly string[]) {
  const rows = new Map(items.map((id) => [id, rowOf(id)]));
  let version = 0;
  const set = (id: string, change: AlignmentChange): AlignmentRow => {
    const row = { ...showChange(rows.get(id)!, withNulls(rows.get(id)!, change)), etag: `"${++version}"` };
    rows.set(id, row);
    return row;
  };
  const saved = (row: AlignmentRow): AlignmentSaved => ({ ...row, totals, sameGroup: [] });
  return {
    rows,
    set,
    save(id: string, change: AlignmentChange, etag: string): AlignmentSaved {
      const current = rows.get(id)!;
      if (current.etag !== etag)
        throw new ApiError('precondition_failed', 'changed', [], { current: saved(current), changed: null });
      return saved(set(id, change));
    },
    grid: () => ({
      company: { id: 'acme', name: 'Acme' },
      asOf: '2026-11-22',
      staleAfterDays: 180,
      totals,
      bands: [],
      rows: [...rows.values()],
    }),
  };
}

/** What is given back to the rules, as far as the tests look at it: nothing typed. */
function withNulls(row: AlignmentRow, change: AlignmentChange): AlignmentChange {
  if (change.alignment === null) row.alignmentSource = 'product';
  if (change.mrrOpportunity === null) row.mrrOpportunity = { ...row.mrrOpportunity, source: 'none' };
  return change;
}

/** One browser that edits those cells; `travel` is run before a request arrives. */
export function fakeEditor(
  cells: ReturnType<typeof fakeCells>,
  travel: () => Promise<void> = async () => undefined,
  news: Partial<CellNews> = {},
): { readonly known: Map<string, AlignmentRow>; readonly changes: CellChanges } {
  const known = new Map([...cells.rows].map(([id, row]) => [id, { ...row }]));
  const nothing = () => undefined;
  const changes = cellChanges(
    {
      save: async (id, change, etag) => {
        await travel();
        return cells.save(id, change, etag);
      },
      saveMany: async (items, change) => {
        await travel();
        for (const id of items) cells.set(id, change);
        return cells.grid();
      },
      put: async (row) => void known.set(row.stackItem.id, row),
      putGrid: async (grid) => {
        for (const row of grid.rows) known.set(row.stackItem.id, row);
      },
      known: (id) => known.get(id),
    },
    { saved: nothing, merged: nothing, undone: nothing, notUndone: nothing, undoFailed: nothing, ...news },
  );
  return { known, changes };
}
