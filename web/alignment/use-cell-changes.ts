import { notifications } from '@mantine/notifications';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { type AlignmentRow, updateAlignment, updateAlignments } from '../../contract/alignment.ts';
import { call } from '../api/call.ts';
import { messageOf } from '../api/query-client.ts';
import { useCompanyChanged } from '../companies/use-company-changed.ts';
import { groupBy } from '../ui/group-by.ts';
import { type CellStep, changedBetween } from './cell-change.ts';
import { type CellServer, cellChanges } from './cell-changes.ts';
import { putGrid, putSaved, rowKnown } from './grid-cache.ts';
import { fieldName } from './grid-columns.ts';
import { showChange } from './show-change.ts';
import type { CellField } from './typed-values.ts';

/** The changes of a company's grid for its screen, which stands for one company; `say` is told what was undone, in words. */
export function useCellChanges(company: string, say: (words: string) => void) {
  const queryClient = useQueryClient();
  const companyChanged = useCompanyChanged();
  const [changes] = useState(() =>
    cellChanges(serverOf(queryClient, company), {
      saved: () => {
        void companyChanged();
        void queryClient.invalidateQueries({ queryKey: ['alignment', 'matrix'] });
      },
      merged: tellOfMerge,
      undone: (steps) => say(wordsOf(steps, queryClient, company)),
      notUndone: tellOfNotUndone,
      undoFailed: (error) =>
        notifications.show({ color: 'red', title: 'This could not be undone', message: messageOf(error) }),
    }),
  );
  const state = useSyncExternalStore(changes.subscribe, changes.state);
  return {
    changes,
    ...state,
    /** Rows as they will be once everything is saved; those that nothing is on the way for stay the same objects. */
    show: useMemo(() => {
      const byItem = groupBy(state.pending, (one) => one.seen.stackItem.id);
      return (row: AlignmentRow): AlignmentRow =>
        (byItem.get(row.stackItem.id) ?? []).reduce((shown, { change }) => showChange(shown, change), row);
    }, [state.pending]),
    refused: state.pending.filter((one) => one.refused !== null),
  };
}

function serverOf(queryClient: QueryClient, company: string): CellServer {
  const params = { id: company };
  return {
    save: (stackItem, body, etag) =>
      call(updateAlignment, { params: { ...params, stackItem }, body, ifMatch: etag }),
    saveMany: (stackItems, change) =>
      call(updateAlignments, { params, body: { stackItems: [...stackItems], change } }),
    put: (saved) => putSaved(queryClient, company, saved),
    putGrid: (grid) => putGrid(queryClient, grid),
    known: (stackItem) => rowKnown(queryClient, company, stackItem),
  };
}

const namesOf = (fields: readonly CellField[]) => fields.map(fieldName).join(', ');

function wordsOf(steps: readonly CellStep[], queryClient: QueryClient, company: string): string {
  const [first] = steps;
  if (!first) return '';
  const fields = namesOf(Object.keys(first.before) as CellField[]);
  const item = rowKnown(queryClient, company, first.stackItem)?.stackItem.name ?? first.stackItem;
  return `Undone: ${fields} of ${steps.length === 1 ? item : `${steps.length} rows`}`;
}

function tellOfMerge(seen: AlignmentRow, current: AlignmentRow, who = 'Somebody else'): void {
  const fields = namesOf(changedBetween(seen, current));
  notifications.show({
    color: 'blue',
    title: `${who} changed ${current.stackItem.name} at the same time`,
    message: `${fields || 'Something else'} of it. Your change is kept beside theirs.`,
    autoClose: 10_000,
  });
}

function tellOfNotUndone(row: AlignmentRow, fields: readonly CellField[]): void {
  notifications.show({
    color: 'yellow',
    title: `${namesOf(fields)} of ${row.stackItem.name} was not undone`,
    message: 'Somebody else has changed it since.',
    autoClose: 10_000,
  });
}
