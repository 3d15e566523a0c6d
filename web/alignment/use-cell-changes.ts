import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import {
  type AlignmentBulkChange,
  type AlignmentChange,
  type AlignmentRow,
  type AlignmentSaved,
  updateAlignment,
  updateAlignments,
} from '../../contract/alignment.ts';
import { call } from '../api/call.ts';
import { conflictOf } from '../api/conflict.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { groupBy } from '../ui/group-by.ts';
import {
  type CellClash,
  type CellStep,
  changedBetween,
  clashingFields,
  type PendingChange,
  stepOf,
} from './cell-change.ts';
import { putGrid, putSaved, rowKnown } from './grid-cache.ts';
import { fieldName } from './grid-columns.ts';
import { ownEtags } from './own-etags.ts';
import { showChange } from './show-change.ts';

/** How many changes can be undone. */
const MOST_STEPS = 100;

/**
 * Changes to a company's grid: shown at once, saved cell by cell in the order in which they were made, each against the
 * state that was seen. What somebody else has set meanwhile is never overwritten unasked (`clashes`), and what the server
 * does not take stays in sight (`refused`).
 */
export function useCellChanges(company: string) {
  const queryClient = useQueryClient();
  const companyChanged = useCompanyChanged();
  const [pending, setPending] = useState<readonly PendingChange[]>([]);
  const [clashes, setClashes] = useState<readonly CellClash[]>([]);
  const [steps, setSteps] = useState<readonly (readonly CellStep[])[]>([]);
  const lastSave = useRef(new Map<string, Promise<void>>());
  const [etags] = useState(ownEtags);
  const nextId = useRef(0);

  const drop = useCallback((id: number) => setPending((all) => all.filter((one) => one.id !== id)), []);
  const figuresChanged = useCallback(() => {
    void companyChanged();
    void queryClient.invalidateQueries({ queryKey: ['alignment', 'matrix'] });
  }, [companyChanged, queryClient]);

  const send = useCallback(
    async (one: PendingChange, etag: string, undoing: boolean): Promise<void> => {
      const { id } = one.seen.stackItem;
      const before = rowKnown(queryClient, company, id) ?? one.seen;
      try {
        const params = { id: company, stackItem: id };
        const saved = await call(updateAlignment, { params, body: one.change, ifMatch: etag });
        etags.replaced(id, etag, saved.etag);
        await putSaved(queryClient, company, saved);
        const step = stepOf(before, saved, one.change);
        if (!undoing) setSteps((all) => [...all.slice(-MOST_STEPS), [step]]);
        drop(one.id);
        figuresChanged();
      } catch (error) {
        const conflict = conflictOf<AlignmentSaved>(error);
        if (!conflict) {
          setPending((all) =>
            all.map((other) => (other.id === one.id ? { ...other, refused: error } : other)),
          );
          return;
        }
        const { current, changed } = conflict;
        await putSaved(queryClient, company, current);
        const fields = clashingFields(one, current);
        if (fields.length > 0) {
          setClashes((all) => [...all, { current, changed, pending: one, fields }]);
          return;
        }
        tellOfMerge(one.seen, current, changed?.by?.name);
        await send(one, current.etag, undoing);
      }
    },
    [company, queryClient, etags, drop, figuresChanged],
  );

  /** After the saves of the same cell that were made before. */
  const queue = useCallback((stackItem: string, save: () => Promise<void>) => {
    const before = lastSave.current.get(stackItem) ?? Promise.resolve();
    lastSave.current.set(stackItem, before.then(save));
  }, []);

  const save = useCallback(
    (seen: AlignmentRow, change: AlignmentChange, undoing = false) => {
      const one: PendingChange = { id: nextId.current++, seen, change, refused: null };
      setPending((all) => [...all, one]);
      const { id } = seen.stackItem;
      queue(id, () => send(one, etags.now(id, seen.etag), undoing));
    },
    [queue, send, etags],
  );

  const settle = useCallback(
    (clash: CellClash, whose: 'mine' | 'theirs') => {
      setClashes((all) => all.filter((other) => other !== clash));
      const { pending: one, current } = clash;
      if (whose === 'theirs') drop(one.id);
      else queue(current.stackItem.id, () => send(one, etags.now(current.stackItem.id, current.etag), false));
    },
    [drop, queue, send, etags],
  );

  const retry = useCallback(() => {
    setPending((all) => all.map((one) => ({ ...one, refused: null })));
    for (const one of pending) {
      const { id } = one.seen.stackItem;
      if (one.refused) queue(id, () => send(one, etags.now(id, one.seen.etag), false));
    }
  }, [pending, queue, send, etags]);

  const setMany = useCallback(
    async (stackItems: readonly string[], change: AlignmentBulkChange, undoing = false): Promise<void> => {
      const before = stackItems.map((id) => rowKnown(queryClient, company, id));
      const params = { id: company };
      const grid = await call(updateAlignments, { params, body: { stackItems: [...stackItems], change } });
      await putGrid(queryClient, grid);
      const after = new Map(grid.rows.map((row) => [row.stackItem.id, row]));
      const step = before.flatMap((row) => {
        const now = row && after.get(row.stackItem.id);
        if (!now) return [];
        etags.replaced(row.stackItem.id, row.etag, now.etag);
        return [stepOf(row, now, change)];
      });
      if (!undoing) setSteps((all) => [...all.slice(-MOST_STEPS), step]);
      figuresChanged();
    },
    [company, queryClient, etags, figuresChanged],
  );

  const undo = useCallback(async () => {
    const step = steps.at(-1);
    if (!step) return;
    setSteps((all) => all.filter((other) => other !== step));
    const [first] = step;
    const row = first && rowKnown(queryClient, company, first.stackItem);
    if (step.length === 1 && row) save(row, first.before as AlignmentChange, true);
    else for (const [change, items] of alike(step)) await setMany(items, change, true);
  }, [steps, queryClient, company, save, setMany]);

  return {
    /** Rows as they will be once everything is saved; those that nothing is on the way for stay the same objects. */
    show: useMemo(() => {
      const byItem = groupBy(pending, (one) => one.seen.stackItem.id);
      return (row: AlignmentRow): AlignmentRow =>
        (byItem.get(row.stackItem.id) ?? []).reduce((shown, { change }) => showChange(shown, change), row);
    }, [pending]),
    save,
    setMany,
    undo,
    canUndo: steps.length > 0,
    saving: pending.some((one) => one.refused === null),
    refused: pending.filter((one) => one.refused !== null),
    retry,
    giveUp: useCallback(() => setPending((all) => all.filter((one) => one.refused === null)), []),
    clash: clashes[0] ?? null,
    settle,
  };
}

/** Cells that go back to the same values, together. */
function alike(step: readonly CellStep[]): readonly (readonly [AlignmentBulkChange, string[]])[] {
  const groups = groupBy(step, ({ before }) => JSON.stringify(before));
  return [...groups.values()].map((cells) => [
    cells[0]!.before as AlignmentBulkChange,
    cells.map(({ stackItem }) => stackItem),
  ]);
}

function tellOfMerge(seen: AlignmentRow, current: AlignmentRow, who = 'Somebody else'): void {
  const fields = changedBetween(seen, current).map(fieldName).join(', ');
  notifications.show({
    color: 'blue',
    title: `${who} changed ${current.stackItem.name} at the same time`,
    message: `${fields || 'Something else'} of it. Your change is kept beside theirs.`,
    autoClose: 10_000,
  });
}
