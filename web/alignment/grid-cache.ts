import type { QueryClient } from '@tanstack/react-query';
import type { AlignmentGrid, AlignmentRow, AlignmentSaved } from '../../contract/alignment.ts';
import { gridQuery } from './queries.ts';

/** Puts what the server answered to a change into the grid; an older look that is still on the way is dropped. */
export async function putSaved(
  queryClient: QueryClient,
  company: string,
  { totals, sameGroup, ...row }: AlignmentSaved,
): Promise<void> {
  const { queryKey } = gridQuery(company);
  await queryClient.cancelQueries({ queryKey });
  const changed = new Map([row, ...sameGroup].map((one) => [one.stackItem.id, one]));
  queryClient.setQueryData(
    queryKey,
    (grid) => grid && { ...grid, totals, rows: grid.rows.map((one) => changed.get(one.stackItem.id) ?? one) },
  );
}

export async function putGrid(queryClient: QueryClient, grid: AlignmentGrid): Promise<void> {
  const { queryKey } = gridQuery(grid.company.id);
  await queryClient.cancelQueries({ queryKey });
  queryClient.setQueryData(queryKey, grid);
}

/** A row as the server last said it. */
export const rowKnown = (
  queryClient: QueryClient,
  company: string,
  stackItem: string,
): AlignmentRow | undefined =>
  queryClient
    .getQueryData(gridQuery(company).queryKey)
    ?.rows.find((candidate) => candidate.stackItem.id === stackItem);
