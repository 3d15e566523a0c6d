import {
  type InfiniteData,
  infiniteQueryOptions,
  keepPreviousData,
  type QueryClient,
} from '@tanstack/react-query';
import { getWorkQueue, type WorkItem, type WorkQueue } from '../../contract/work-queue.ts';
import { call } from '../api/call.ts';
import type { RawSearch } from '../ui/search-text.ts';
import { type HomeView, readHomeView } from './home-view.ts';

/** So many items come at a time. */
const PAGE = 100;

/** The work queue that a view names, page by page; what was shown before stays until the new one is there. */
export const workQueueQuery = ({ who, owner, kinds, urgencies, company, aside }: HomeView) => {
  const query = {
    ...(who === null ? {} : { who }),
    ...(owner === null ? {} : { owner }),
    ...(kinds.length === 0 ? {} : { kind: [...kinds] }),
    ...(urgencies.length === 0 ? {} : { urgency: [...urgencies] }),
    ...(company === null ? {} : { company }),
    ...(aside ? { aside: 'true' as const } : {}),
    limit: PAGE,
  };
  return infiniteQueryOptions({
    queryKey: ['work-queue', query],
    queryFn: ({ signal, pageParam }) =>
      call(getWorkQueue, { query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } }, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
};

/** Asks for the items while the page's code is still on the way. */
export function loadHome(queryClient: QueryClient, search: RawSearch): void {
  void queryClient.prefetchInfiniteQuery(workQueueQuery(readHomeView(search)));
}

export type QueuePages = InfiniteData<WorkQueue, string>;

/** An item's name over all companies. */
export const keyOf = ({ company, id }: Pick<WorkItem, 'company' | 'id'>): string => `${company.id} ${id}`;

/** The pages without an item, and with one less where it was counted. */
export function withoutItem(data: QueuePages, gone: WorkItem): QueuePages {
  if (!data.pages.some(({ items }) => items.some((item) => keyOf(item) === keyOf(gone)))) return data;
  return {
    ...data,
    pages: data.pages.map((page) => ({
      ...page,
      items: page.items.filter((item) => keyOf(item) !== keyOf(gone)),
      counts: { ...page.counts, [gone.urgency]: page.counts[gone.urgency] - 1 },
      kinds: page.kinds.flatMap(({ kind, count }) =>
        kind !== gone.kind ? [{ kind, count }] : count > 1 ? [{ kind, count: count - 1 }] : [],
      ),
    })),
  };
}
