import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { getLifecycle, getLifecycleBoard } from '../../contract/lifecycle.ts';
import type { Me } from '../../contract/me.ts';
import { call } from '../api/call.ts';
import { choicesQuery, namesNoFilter } from '../dashboard/queries.ts';
import type { RawSearch } from '../ui/search-text.ts';
import { type BoardView, readBoardView } from './board-view.ts';

/** Where a company stands on its way, and how it came here. */
export const lifecycleQuery = (company: string) =>
  queryOptions({
    queryKey: ['lifecycle', 'company', company],
    queryFn: ({ signal }) => call(getLifecycle, { params: { id: company } }, signal),
  });

/** The companies that the filters leave, by stage; what was shown before stays until the new ones are there. */
export const boardQuery = ({ accountManager, accountGroup, tag, owner }: BoardView) => {
  const query = {
    accountManager: [...accountManager],
    accountGroup: [...accountGroup],
    tag: [...tag],
    owner: owner === null ? [] : [owner],
  };
  return queryOptions({
    queryKey: ['lifecycle', 'board', query],
    queryFn: ({ signal }) => call(getLifecycleBoard, { query }, signal),
    placeholderData: keepPreviousData,
  });
};

/** Asks for everything that the board will need, while its code is still on the way. */
export function loadBoard(queryClient: QueryClient, me: Me, search: RawSearch): void {
  if (me.companies === 0) return;
  void queryClient.prefetchQuery(choicesQuery);
  if (namesNoFilter(search)) void queryClient.prefetchQuery(boardQuery(readBoardView(search, null).view));
}
